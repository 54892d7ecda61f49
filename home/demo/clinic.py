"""The clinic's own facts. Its name, towns and numbers are invented.

The telephone numbers are from the range that Ofcom keeps free for drama.
"""

NAME = "Wendlemere Pain Clinic"
STRAPLINE = "Time to listen. Help with long-term pain."
ADDRESS = "The Old Schoolhouse\n9 Osier Row\nWendlemere\nZZ1 4QP"
PHONE = "01632 960100"
EMAIL = "hello@wendlemere.example"
EMERGENCY_TEXT = (
    "<p>We cannot help in an emergency. Call <b>999</b> or go to A&amp;E if somebody’s "
    "life is at risk.</p>"
    "<p>Call <b>111</b> if you need medical help today. If you are in crisis, call 111 "
    "and choose the mental health option, or call Samaritans on <b>116 123</b>.</p>"
)

# For ClinicSettings.
FACTS = {
    "name": NAME,
    "strapline": STRAPLINE,
    "address": ADDRESS,
    "phone": PHONE,
    "email": EMAIL,
    "emergency_text": EMERGENCY_TEXT,
    "regulator": "Care Quality Commission (CQC)",
    "regulator_rating": "none, as this clinic is invented",
    "regulator_url": "https://www.cqc.org.uk/",
}

# For HomePage.
HERO_TITLE = "Help with pain that lasts"
INTRODUCTION = (
    "We listen, look for what can be changed, and plan the next step with you. You "
    "can come to us in Wendlemere and in Ostleham."
)
ACTION_TEXT = "Ask for a consultation"
