"""How letters that sell are written, whatever they sell: moves of a cold approach.

Points as in `topics`. A patient asks about themselves; somebody who sells speaks of
“we” and of what “you” could have.
"""

from .topics import Topic

APPROACH = Topic(
    sure=[
        r"we (?:also )?(?:specialis|specializ)\w+ in",
        r"(?:we|i) (?:have )?help(?:ed|s|ing)? (?:\w+ ){0,4}(?:business|clinic|"
        r"practice|"
        r"compan|owner|brand|provider|professional|organi[sz]ation|site)\w*",
        r"(?:we|our (?:company|agency|firm|team)) (?:are|is) (?:a|an|one of|the) "
        r"(?:\w+[ -]){0,4}(?:agency|company|firm|team|manufactur|supplier|provider|"
        r"platform|studio|consultan|lender|exporter|startup|leader)\w*",
        r"(?:we|our team|our company) (?:\w+ )?(?:offer|provide|supply|manufacture|"
        r"deliver|sell|develop|export)s? (?:\w+ ){0,6}(?:service|solution|product|"
        r"package|price|rate|loan|funding|quality|design|software|range)s?",
        r"(?:reach(?:ing)? out|writing|contacting) (?:\w+ ){0,3}(?:because (?:we|i) "
        r"(?:help|work|saw|noticed)|regarding a (?:business|partner)|to (?:introduce|"
        r"offer|"
        r"propose|discuss a (?:partner|collab)))",
        r"(?:if you(?:'re| are)|would you be|are you|may be|might be) (?:\w+ )?"
        r"(?:interested in|open to) (?:\w+ ){0,3}(?:our|this offer|learning more|"
        r"more (?:traffic|customers|patients|leads)|collab|partner)\w*",
        r"(?:send|share|email|forward) (?:you |over )(?:\w+ ){0,3}(?:pricing|proposal|"
        r"packages?|portfolio|quote|audit|price ?list|samples|past work|case stud|"
        r"screenshots|rates)\w*",
        r"(?:business|collaboration|partnership|cooperation) (?:proposal|opportunit|"
        r"relationship|idea)\w*",
    ],
    likely=[
        r"(?:dear|hello|hi|hey|attention|greetings) ?,? (?:to )?(?:the )?(?:"
        r"webmaster|website owner|business owner|site owner|owner|admin|"
        r"decision maker|ceo|sales team|marketing|beloved)\b",
        r"(?:who|person) (?:is |in )?(?:charge|responsible|handles|manages) (?:of|"
        r"for)? ?"
        r"(?:your )?(?:\w+ )?(?:marketing|website|purchas|advertis|it\b)",
        r"(?:speak|talk|connect(?:ed)?) (?:to|with) (?:the |whoever )(?:owner|person|"
        r"decision|is in charge|manager of your (?:web|market))",
        r"(?:noticed|spotted|saw|found|identified) (?:that )?(?:\w+ ){0,4}(?:issues?|"
        r"errors?|"
        r"opportunit\w+|problems?|mistakes|room) (?:\w+ ){0,3}(?:on|in|with|for|that|"
        r"to|of)"
        r"[\w ]* (?:site|website|google|search|listing|online|pages)",
        r"over \d+ (?:clients|businesses|companies)|"
        r"(?:trusted by|worked with) (?:\w+ ){0,3}(?:clients|businesses|compan|brands|"
        r"clinics|practices)\w*",
        r"no (?:contracts?|obligation|upfront|hidden|strings)\b",
        r"(?:increase|double|triple|maximi[sz]e|reduce|cut|save) (?:\w+ ){0,2}"
        r"(?:sales|revenue|costs?|bookings|profits?|overheads|bills|no-?shows)",
        r"schedule a (?:\w+ )?(?:call|demo|meeting|chat)|book a demo|calendly",
        r"whats ?app ?:? ?\+?\d|telegram ?:? ?@|skype ?:|t\.me/|wa\.me/",
        r"best regards,? \w+ \w+,? (?:\w+ )?(?:manager|director|executive|consultant|"
        r"specialist|ceo|founder)|(?:sales|marketing|business development|seo|account) "
        r"(?:manager|executive|director|consultant|team|specialist)",
        r"we (?:can|could|will|would) (?:\w+ )?(?:help|get|bring|put|boost|make|"
        r"improve|"
        r"generate|deliver|guarantee|fix|handle|build|design|create|provide|offer) "
        r"(?:\w+ )?(?:you|your)\b",
        r"worth (?:a (?:chat|look|call)|exploring)|"
        r"if (?:you are|you're|this is|this) (?:\w+ )?(?:of )?interest\w*",
    ],
    possible=[
        r"(?:share|send|let me know|tell me|ask me|contact|show)\b|details\b|esteemed|"
        r"greetings|kindly\b|dear (?:friend|manager|admin|editor|customer)|my (?:blog|"
        r"homepage)|our (?:team|content)",
        r"we (?:offer|provide|supply|sell|work with|help|have)\b",
        r"(?:would you|are you|interested)",
        r"(?:came across|stumbled (?:up)?on|found|visited|browsing|looking at|checking|"
        r"reviewing|reviewed|looked at|checked) (?:\w+ )?your (?:\w+ )?(?:web ?site|"
        r"site|"
        r"page|online|listing|company|business|profile)",
        r"(?:quick|short|brief|discovery|strategy|zoom) (?:call|chat|demo|meeting)\b",
        r"(?:hope|trust) (?:this|my) (?:message|e-?mail|note|finds)|dear (?:sir|madam)",
        r"(?:reply|respond) (?:to this|with|back)\b|whats ?app|telegram\b|let me know",
        r"proven|cutting[ -]edge|tailored|turn-?key|bespoke|world[ -]class|cost[ -]eff|"
        r"hassle[ -]free|high[ -]quality|top[ -]quality|years of experience",
        r"(?:my name is|i am|this is) \w+ (?:\w+ )?(?:from|with|at|and i (?:am|"
        r"work))\b",
        r"opportunit\w+|partner\w*|collaborat\w*|proposal|reach(?:ing)? out|regards",
        r"your (?:clinic|practice|page|listing|patients)\b",
    ],
)
