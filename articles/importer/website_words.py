"""Labels, buttons and menu entries, as websites around the world word them."""


def _phrases(text: str) -> frozenset[str]:
    """The phrases of a text that parts them by bars."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


# What a form or a banner writes beside its fields and on its buttons.
LABELS = _phrases(
    """
    name | your name | full name | first name | last name | surname | email |
    e-mail | your email | email address | your email address | phone | phone
    number | telephone | your phone | your phone number | contact number |
    mobile | message | your message | your feedback | comments | your comments |
    subject | rating | your rating | submit | send | send message | send
    feedback | submit feedback | submit form | leave feedback | required |
    optional | required field | date of birth | please select | select | choose
    file | very poor | very good | poor | good | excellent | close | cancel | i
    agree | reset | next | previous | accept | accept all | accept cookies |
    accept all cookies | reject | reject all | decline | deny | allow all |
    manage preferences | cookie settings | cookie preferences | preferences |
    save preferences | got it | ok | dismiss | no thanks | subscribe | sign up
    """
)

# Labels that no article has as a line of its own.
SURE_LABELS = _phrases(
    """
    your name | full name | first name | last name | your email | email address
    | your email address | phone number | your phone | your phone number |
    contact number | your message | your feedback | your comments | submit |
    send message | send feedback | submit feedback | submit form | accept all |
    accept cookies | accept all cookies | reject all | manage preferences |
    cookie settings | cookie preferences
    """
)

# Entries of menus.
NAVIGATION = _phrases(
    """
    home | about | about us | our team | meet the team | services | our services
    | contact | contact us | blog | news | menu | search | privacy | privacy
    policy | cookie policy | terms | terms and conditions | terms & conditions |
    terms of use | accessibility | sitemap | site map | faq | faqs | careers |
    skip to content | skip to main content | skip to navigation | back to top |
    top | read more | learn more | find out more | see more | show more | load
    more | view all | see all | click here | continue reading | next | previous
    | next page | previous page | next post | previous post | next article |
    previous article | back | login | log in | register | conditions |
    treatments | locations | prices | pricing | fees | resources | all
    conditions | all treatments | testimonials | reviews | share | share this |
    share this page | share this article | tweet | print | print this page |
    facebook | twitter | x | linkedin | instagram | youtube | whatsapp |
    pinterest | email this
    """
)

# "Read more" is navigation wherever it stands; "Treatments" only among its like.
ALWAYS_NAVIGATION = _phrases(
    """
    skip to content | skip to main content | skip to navigation | back to top |
    read more | learn more | find out more | see more | show more | load more |
    view all | see all | click here | continue reading | next page | previous
    page | next post | previous post | next article | previous article | share
    this | share this page | share this article | print this page
    """
)

# All that a line may say if it only asks to call, write or book. Any other word may be
# a symptom or a medicine: who has it must not miss the line.
CONTACT_WORDS = _phrases(
    """
    a | about | an | and | answer | any | appointment | appointments | arrange | ask |
    assessment | at | available | be | book | booking | by | call | can | chat | clinic
    | clinics | consultant | consultants | consultation | contact | dedicated | details
    | discover | discuss | e-mail | email | enquire | enquiries | enquiry | expert |
    experts | fax | find | first | for | form | free | friendly | from | get | give |
    happy | have | hear | help | helpful | here | how | if | in | information | initial
    | is | journey | know | learn | like | line | make | may | me | message | mobile |
    more | my | need | next | no | now | number | obligation | on | online | or | our |
    out | page | phone | please | practice | private | question | questions | reach |
    ready | reception | request | ring | schedule | see | send | service | services |
    soon | speak | specialist | specialists | start | started | talk | team | tel |
    telephone | text | the | them | then | through | to | today | touch | up | us |
    via | view | visit | visiting | want | we | website | whatsapp | will | wish |
    with | would | write | you | your
    """
)
