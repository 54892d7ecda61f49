"""The words that raise a flag, one table for each flag.

Regular expressions on plain words (`flags.plain_words`): small letters, single spaces,
no apostrophes or other signs, so “can’t” is written “cant”. Each matches whole words.
Words that are denied match too: help that is shown needlessly costs nothing. Add a
line, and sentences for and against it in tests/safety_sentences.py.
"""

# Between two words of a pattern: up to so many others.
GAP_1, GAP_2, GAP_3 = (rf"(?: \w+){{0,{most}}}" for most in (1, 2, 3))

MYSELF = r"(?:my ?self|my ?slef|me ?self|mysel|myslf|meself)"
NO_MORE = r"(?:any ?more|any ?longer|much longer|like this|with this)"
DO_NOT = r"(?:dont|do not|didnt|did not|no longer|not|never)"
WANT = r"(?:want|wanting|wanted|wants|wish|like|plan|planning|going|ready|try|tried)"
TABLETS = r"(?:pills|tablets|medication|medicines?|meds|painkillers|morphine|capsules)"

SELF_HARM = [
    r"s(?:ui|u|iu|ue)[cs]+i?[sc]?[iye]{0,2}d(?:e|al|ial|ally|es)?",
    rf"kill(?:ing|ed)? (?:{MYSELF}|me self)",
    r"kil (?:myself|my self)",
    rf"{WANT}{GAP_2} kill me",
    r"unaliv(?:e|ing)",
    r"end(?:ing|ed)? (?:it all|(?:my|this) (?:own |miserable )?life|it for good)",
    r"tak(?:e|ing|en) my (?:own )?life|took my own life",
    r"(?:want(?:ed|ing|s)? to|wanna|ready to|going to just|hope to) (?:just )?die"
    r"(?! (?:of|from|laughing))",
    r"wish(?:ed|ing)? (?:that )?(?:i|id) (?:was|were|had|could|would)(?: just)? "
    r"(?:dead|die|died|never been born|not wake up|not here|been dead)",
    r"wish(?:ed|ing)? (?:that )?(?:i )?(?:wasnt|werent|was not) (?:here|alive)",
    r"(?:better off|id rather be|rather be) dead",
    r"better off without me",
    rf"(?:{DO_NOT} (?:want|wish) to|dont wanna|no wish to) (?:live|be alive|exist)"
    r"(?! (?:in|near|far|alone|on|off|at|there|with (?:my|him|her|them)))",
    rf"(?:{DO_NOT} want to|dont wanna) (?:be here|wake up|go on|carry on) "
    r"(?:any ?more|any ?longer|tomorrow|living|again)",
    r"(?:no|any|the) (?:reason|point|purpose) (?:in |to |of |for me to )?"
    r"(?:(?:carry on |go on )?(?:live|living)|being alive|carrying on living)",
    r"(?:no|any) point (?:in )?(?:going|carrying) on"
    r"(?! (?:about|with (?:the|these|my|this) \w+|at))",
    r"(?:nothing|something) (?:left )?to live for",
    r"(?:life|it|this) (?:isnt|is not|aint|not) worth (?:living|it anymore)",
    rf"(?:cant|cannot|can not|couldnt) (?:go on|carry on|live) {NO_MORE}",
    r"(?:tired|sick|had enough) of (?:life|living|being alive)",
    r"(?:pray|hope) (?:that )?i (?:wont|dont|never) wake up",
    r"hate being alive|giv(?:e|en|ing) up on life",
    r"(?:thoughts?|thinking|think|thought) (?:of|about|on) (?:death|dying|ending "
    r"(?:it|things|my)|hurting myself|harming)",
    rf"(?:self|selfe) ?harm(?:ed|ing|s)?|harm(?:ed|ing)? {MYSELF}",
    rf"(?:{WANT}|urges?|thoughts?|feel|tempted|need){GAP_2} hurt(?:ing)? {MYSELF}"
    r"(?! (?:again )?(?:by|while|when|lifting|bending|running|on|at))",
    rf"hurt(?:ing)? {MYSELF} (?:on purpose|deliberately|to cope)",
    r"cutting (?:myself|my (?:wrists?|arms?|legs?|thighs?))"
    r"(?! (?:off|shaving|on|while))",
    r"(?:cut|slit|slash) my (?:own )?wrists?|cut myself (?:on purpose|deliberately|to)",
    r"over ?dos(?:e|ed|es|ing)",
    rf"(?:take|taken|taking|took) (?:too many|the whole (?:box|packet|bottle|lot)|"
    rf"far too many|a handful)(?: of)?(?: (?:my|the|these))? {TABLETS}",
    rf"(?:nearly|almost|could|might|want to|going to|thought of|thinking of|about)"
    rf"(?: just)? (?:take|took|taking) all (?:of )?(?:my|the|these) {TABLETS}",
    rf"(?:take|took|taken|taking) all (?:of )?(?:my|the|these) {TABLETS} (?:at once|"
    rf"together|in one go)",
    r"(?:hang|hanging|drown|drowning|gas|shoot) myself(?! in the foot)",
    r"(?:jump|jumping|jumped|(?:throw|threw|throwing) myself) (?:off|under|in front "
    r"of) (?:a|the|of|my)? ?(?:bridge|building|roof|train|cliff|balcony|lorry|bus|car)",
    r"(?:goodbye|farewell) (?:note|letter)",
]

WHO = (
    r"(?:he|she|they|someone|somebody|husband|wife|partner|boyfriend|girlfriend|ex|"
    r"son|daughter|mum|mother|dad|father|brother|sister|uncle|neighbour|carer|carers|"
    r"stepfather|stepmother|nurse|doctor|therapist|porter|man|men|woman|staff|family)"
)
HURTS = (
    r"(?:hit|hits|hitting|beat|beats|beaten|beating|punch|punches|punched|kick|kicks|"
    r"kicked|slap|slaps|slapped|strangle|strangles|strangled|strangling|choke|choked|"
    r"hurting|attack|attacks|attacked|rape|raped|rapes|hurts|bullies|burned|burnt|grabbed|"
    r"grabs|pushes|pushed|shoved|shoves|threaten|threatens|threatened|threatening)"
)
DANGER = [
    rf"{WHO}(?: (?:has|have|had|is|was|keeps?|always|often|"
    rf"sometimes|regularly|just|again|then|still|even|who|started|also|"
    rf"physically)){{0,3}} {HURTS} "
    r"(?:me|us|him|her|my (?:mum|son|daughter|child|children|kids))"
    r"(?! (?:own|with (?:a|the|this|such) (?:bill|fee|price|diagnosis|news)|how|that))",
    rf"(?:been|being|get|got|was|were|am|is) (?:\w+ )?(?:beaten|hit|punched|kicked|"
    rf"strangled|attacked|threatened|bullied) (?:up )?by "
    rf"(?:(?:my|the|a|her|his|our|their|your) )?(?:\w+ )?(?:{WHO}|him|her|them)",
    r"(?:beaten|beats me|beating me|beat me) up",
    r"(?:domestic|sexual|physical|emotional|financial|elder|child|verbal) "
    r"(?:abuse|violence)",
    r"(?<!drug )(?<!drugs )(?<!alcohol )(?<!substance )(?<!opioid )(?<!of )"
    r"(?:abus(?:e|es|ed|ing|ive)|abuser)(?! of (?:drugs|alcohol|painkillers|medic))",
    r"violent (?:at home|towards? me|to me|husband|wife|partner|man)",
    r"(?:is|was|gets|got|turns|became) violent",
    r"sexual(?:ly)? (?:assault|assaulted|touched|harassed|harassment)",
    r"raped|molest(?:ed|ing|s)?|groped|(?<!of )assaulted",
    r"touch(?:ed|es|ing) (?:me (?:in a way|inappropriately|sexually|where|down there)|"
    r"my (?:breasts?|private parts|genitals|bottom))",
    rf"(?:afraid|scared|frightened|terrified) of (?:my |the )?(?:{WHO}|him|her|them)"
    r"(?! (?:needles?|injection|s ))",
    r"(?:scared|afraid|frightened|terrified) to go home",
    rf"(?:{DO_NOT}|isnt|arent) (?:feel )?safe (?:at|in my|in his|with|going) "
    r"(?:home|house|own home|own house|him|her|my \w+|them)",
    r"(?:not|isnt|arent) safe (?:at home|here|with (?:him|her|them|my \w+))",
    r"unsafe (?:at home|with (?:him|her|them|my \w+)|in my (?:own )?home)",
    r"(?:i am|im|he is|she is|they are|life is|lives are|be) in danger",
    r"danger to (?:myself|me|others|himself|herself|other people)",
    rf"{WANT}(?: to)?(?: really)? (?:kill|stab|shoot|hurt|harm) "
    r"(?:him|her|them|you|someone|somebody|people|others|everyone|my \w+)",
    r"(?:thoughts? of|think(?:ing)? (?:of|about)|afraid i (?:will|might|may|could)) "
    r"(?:killing|hurting|harming|kill|hurt|harm) "
    r"(?:him|her|them|you|someone|somebody|people|others|my (?:child\w*|baby|wife|"
    r"husband|partner|kids|son|daughter|mum|mother|dad|father))",
    rf"{WHO}{GAP_1} (?:threaten|threatens|threatened) to",
    r"(?:wont|doesnt|does not|never|will not) let(?:s)? me (?:out|leave|go out|eat|see|"
    r"use (?:the|my) (?:phone|telephone)|have my (?:money|tablets|medication))",
    r"lock(?:s|ed) me (?:in|up|out)|(?:feel|am|being) threatened (?:at home|by)",
    rf"{WHO} (?:is forcing|forces|forced) me to (?:have sex|do things|sleep with)",
    rf"{WHO} (?:takes|took|steals?|stole|controls?|keeps) (?:all )?my "
    r"(?:money|pension|benefits|tablets|medication|medicine|phone)",
    r"neglect(?:ed|ing)? (?:by|at|in) (?:my |the |her |his |their )?(?:carers?|"
    r"care home|nursing home|home|family|son|daughter)",
    r"safeguarding",
]

TREATMENT = (
    r"(?:injections?|jabs?|infusions?|drips?|tablets?|pills?|capsules?|patch|patches|"
    r"medications?|medicines?|meds|drugs?|dose|doses|treatments?|procedures?|blocks?|"
    r"nerve blocks?|steroids?|epidurals?|operations?|surgery|botox|anaesthetics?|"
    r"sedation|ketamine|lidocaine|gabapentin|pregabalin|amitriptyline|nortriptyline|"
    r"duloxetine|tramadol|codeine|co ?codamol|morphine|oxycodone|fentanyl|naproxen|"
    r"ibuprofen|paracetamol|acupuncture|tens|creams?|gel)"
)
SYMPTOM = (
    r"(?:sick|vomit|vomited|vomiting|dizzy|dizziness|faint|fainted|fainting|collapsed|"
    r"confused|confusion|palpitations?|hallucinat\w+|itch|itchy|itching|rash|rashes|hives|"
    r"blisters?|swelling|swollen|swelled|fever|feverish|bleeding|numb|numbness|seizures?|"
    r"fits|blackouts?|blacked out|diarrhoea|breathless|jaundice|yellow|unwell|ill|"
    r"shaking|sweats|paralysed|headaches?|pus|infected|infection)"
)
# “(since) I started taking the new (tablets)”
HAVING = (
    r"(?: (?:the|my|a|an|your|this|these|those|i|we|she|he|had|took|taking|take|"
    r"started|starting|having|been|first|second|third|last|new|increasing|each|every)){0,4}"
)
SIDE_EFFECT = [
    r"(?:side|sied|sid) ?(?:e?ff?ects?|affects?|efects?)",
    r"adverse (?:drug )?(?:reactions?|events?|effects?)",
    r"(?:allergic|alergic|bad|severe|awful|terrible|nasty|strange) reactions?",
    rf"(?:allergic|alergic) to (?:the|my|your|it|what|this|these|{TREATMENT})",
    rf"react(?:ed|ing|ion|ions)?(?: very| so| really)? ?(?:badly )?(?:to|after|from)"
    rf"{GAP_2} {TREATMENT}",
    r"react(?:ed|ing) badly",
    r"anaph[yi]l\w+",
    r"(?:came|coming|come|broke|broken|brought me|bringing me) out in (?:a |an )?"
    r"(?:\w+ )?(?:rash|hives|spots|blisters|lumps|itch\w*)",
    r"(?:face|lips?|tongue|throat|eyes?)(?: (?:is|are|was|were|has|have|had|got|"
    r"started|swelled|all|be|been|to|so|very)){0,3} (?:swollen|swelling|swelled|swell)",
    r"swollen (?:face|lips?|tongue|throat)",
    r"(?:cant|cannot|can not|couldnt|could not|hard|difficult|difficulty|trouble|"
    r"struggle|struggled|struggling)(?: (?:to|in|with))? breath\w*",
    rf"{SYMPTOM}{GAP_3} (?:since|after|from|with|caused by|because of)"
    rf"{HAVING}{GAP_1} {TREATMENT}",
    rf"(?:since|after){HAVING}{GAP_1} {TREATMENT}(?: \w+){{0,7}} {SYMPTOM}",
    rf"{TREATMENT}{GAP_3} (?:made|makes|making|make|left|leaves|gave|gives|giving) "
    rf"(?:me|her|him|my \w+)(?: \w+){{0,3}} {SYMPTOM}",
    r"stopped (?:taking )?(?:it|them|the \w+|my \w+) because (?:it|they|of)"
    r"(?: \w+){0,2} (?:made|gave|caused|reaction|sick)",
    rf"(?:wrong|double|too much){GAP_1} (?:dose|medication|medicine|tablets|injection)",
    r"withdrawal (?:symptoms|effects)|cold turkey",
    r"(?:numb|weak|no feeling|lost feeling|cant feel|cannot feel|cant move|could not "
    rf"move){GAP_3} (?:since|after)(?: (?:the|my|your|this|last)){{0,2}} {TREATMENT}",
    rf"(?:burnt|burned|blistered) my skin|{SYMPTOM} where the {TREATMENT}",
    r"yellow card",
]
