"""What patients write about: their own body, what became of them here, and the pages.

None of it is needed: patients may write anything. Its absence lowers what an
advertisement needs to be known as one, and an account in the first person raises it.
"""

# “My back”, “I was seen”: somebody tells of themselves, or of a relative.
ACCOUNTS = [
    r"(?:my|his|her|our) (?:\w+ )?(?:back|neck|knees?|hips?|legs?|feet|foot|arms?|"
    r"hands?|"
    r"shoulders?|head|spine|joints?|muscles?|nerves?|body|pain|pains|migraines?|"
    r"sciatica|"
    r"arthritis|fibromyalgia|condition|symptoms|sleep|health|flare-?ups?|surgery|op\b)",
    r"(?:my|his|her) (?:\w+ )?(?:appointment|doctor|consultant|gp\b|nurse|physio\w*|"
    r"therapist|referral|injections?|treatment|tablets?|medication|meds|prescription|"
    r"scans?|mri\b|results|letter|notes|records|visit|operation|consultation|clinic)",
    r"my (?:\w+ )?(?:wife|husband|mum|mother|dad|father|son|daughter|partner|sister|"
    r"brother|gran\w*|nan|carer|child|phone|job|employer|insur\w+)",
    r"i (?:\w+ )?(?:have|had|suffer\w*|live|struggle\w*|cope) (?:\w+ ){0,3}"
    r"(?:pain|arthritis|fibromyalgia|migraine\w*|sciatica|headaches?|spasms?)",
    r"i (?:\w+ )?(?:waited|hurt|ache|limp|cannot walk|can't (?:walk|sleep|sit|stand)|"
    r"take \w+|was (?:seen|told|given|referred|offered|treated|discharged|diagnosed)|"
    r"have been (?:waiting|referred|told|on|seen|taking|in))",
    r"(?:saw|seen by|thanks? to|spoke to|met|treated by) (?:the |a |dr |my )?(?:nurse|"
    r"doctor|consultant|physio\w*|receptionist|dr\b|mr |mrs |team|staff)",
    r"(?:helped|hurts?|told|saw|gave|examined|treated|rang|phoned|listened to) me\b",
    r"(?:cancel|change|rearrange|book|attend|missed) (?:\w+ )?(?:my|an|the) "
    r"(?:\w+ )?appointment",
]
# Words for what patients come for; sellers to clinics use “patients”, “appointments”
# and “treatments” as well, so that these are not here.
SUBJECTS = [
    r"pain(?:s|ful|killers?)?\b|ach(?:e|es|ing)\b|sore\b|numb\w*|stiff\w*|swell\w*|"
    r"tingl\w*|"
    r"spasms?\b|hurt\w*|symptom\w*|flare",
    r"nurses?\b|doctors?\b|dr\b|consultants?\b|physio\w*|receptionists?\b|gp\b|"
    r"surgeon\w*|"
    r"therapist\w*|psycholog\w*|anaesthetist\w*|staff\b",
    r"appointment\b|referr\w+|waiting (?:room|list|time)|reception\b|car park|parking|"
    r"wheelchair|toilets?\b|ward\b|lift\b|nhs\b|hospital\w*",
    r"injections?\b|epidural|nerve block|steroid\w*|tablets?\b|medicat\w*|medicine\w*|"
    r"prescri\w+|dos(?:e|es|age)\b|side effects?|\d ?(?:mg|ml|mcg)\b|mri\b|x-?rays?\b|"
    r"scans?\b|surgery|operation\b|exercises?\b|acupunct\w*",
    r"gabapentin|pregabalin|amitriptyline|duloxetine|tramadol|codeine|morphine|"
    r"paracetamol|ibuprofen|naproxen|\w{4,}(?:triptyline|triptan|caine|profen|codone|"
    r"pentin|balin|oxetine|azepam|zepine|morphine|fentanil|fentanyl)\b",
    r"arthriti\w+|sciatica|migraine\w*|fibromyalgia|neuropath\w*|neuralgia|crps\b|"
    r"headaches?\b|slipped disc|back\b|knees?\b|necks?\b|hips?\b|shoulders?\b",
    r"diagnos\w+|patient information|leaflet|consent form|medical report|insurers?\b|"
    r"policy (?:number|holder)|claimants?\b|complain\w*|carers?\b|disab\w+|benefits\b",
    r"articles?\b(?! (?:for|on) your)|(?:this|the|that) (?:page|form|link|button|font|"
    r"text|print|map)|read(?:ing)? (?:it|this|the)|screen reader|on my (?:phone|"
    r"tablet)",
    r"(?:sit|stand|walk|sleep|lie|bend)(?:s|ing)?\b(?! (?:on|at) page)|desk\b|"
    r"ladders?|daughter|mother|husband|wife\b|passed away",
    r"wait(?:ed|ing|s)?\b|queue|call(?:s|ed|ing)? (?:me|back)|phoned|rang\b|rung|"
    r"voicemail|answer(?:s|ed)? the phone|pick(?:s|ed)? up|hung up",
    r"(?:does not|doesn't|did not|didn't|won't|cannot|can't|could not|"
    r"couldn't) (?:work|"
    r"find|open|load|play|see|read|book|get|accept|print|understand|afford)|broken\b|"
    r"typo|hard to|easy to|difficult to|confus\w+|problems? with your",
    r"i (?:paid|was charged|got charged|already paid|want my money|"
    r"would like to (?:book|"
    r"know|move|complain|thank)|need to|lost my|have lived|lived with|feel|felt)\b",
    r"how much (?:is|does|do|are)|do you (?:do|take|offer|have|treat|"
    r"accept (?:donations|"
    r"the|new|nhs))|(?:can|could|may) i\b(?! (?:send|share|show|email|interest|"
    r"record))|"
    r"(?:can|could) (?:you|someone|somebody) (?:tell|call|ring|please|help|email|send|"
    r"add|text)|your policy|vat\b|charged|rip[ -]?off|refund me",
    r"sorry\b|never again|useless|idiots|joke\b|awful|terrible|excellent|brilliant|"
    r"recommend(?:ed)?\b|friendly|helpful|fantastic|wonderful",
    r"(?:a|the) con\b|scam(?:mers)?\b(?! funds)|investigated|ashamed|shame\b|fraud\b|"
    r"negligen\w+|ombudsman|neglect\w*|liar\w*|ignored",
    r"research\w*|universit\w+|lecturer|student\w*|dissertation|crutches|tens\b|"
    r"pacemaker|pregnan\w+|diabet(?:es|ic)\b(?!,)|allerg\w+|blood\b|heart\b|"
    r"safe (?:with|for|to)|"
    r"disabled\b|blind\b|deaf\b|interpreter|elderly|pension\w*|cancer\b",
    r"kind\b|rude\b|lovely\b|grateful|disgrace\w*|disgust\w*|upset\w*|thank you so",
]
