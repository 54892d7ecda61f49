"""Words of advertisements, as they come through the forms of clinics' websites.

No medicines: patients write their names. Each entry counts once, however often it
stands in a text. Add an entry when advertisements get through, and run `make bench`.
"""

import re

PATTERNS = [
    # Websites and search engines.
    r"seo\b",
    r"search engines?\b",
    r"backlinks?",
    r"link[- ]building",
    r"guest (?:post|article|blog)",
    r"sponsored (?:post|article|content)",
    r"(?:first|top|front) (?:page|spot|position|result)\w* (?:of|on|in) google",
    r"(?:rank|ranks|ranking|rankings|ranked)\b",
    r"(?:organic|more|targeted|website|web|increase|boost) (?:\w+ )?"
    r"(?:traffic|visitors)",
    r"(?:web ?site|web|landing page) (?:re-?)?(?:design|development)\w*",
    r"(?:digital|online|email|content|social media) marketing",
    r"domain (?:authority|name|rating)",
    r"google (?:ads|reviews|maps|business)",
    r"(?:conversion|bounce) rates?",
    r"(?:your|the) (?:site|website|web presence|online presence|homepage)",
    r"(?:online|digital|web) (?:presence|visibility|footprint)",
    # Selling.
    r"(?:qualified |new |patient |generate )leads?\b|lead generation",
    r"(?:our|my) (?:agency|team of (?:experts|specialists)|clients|pricing|packages?)",
    r"(?:free|complimentary|no[- ]cost|no[- ]obligation) (?:audit|quote|trial|report|"
    r"consultation|proposal|demo|review|mock-?up|sample)",
    r"(?:quick|short|brief|\d+[- ]minute|discovery) (?:call|chat|demo|zoom)",
    r"(?:limited|special|exclusive)[- ](?:time |offer)",
    r"(?:affordable|competitive|unbeatable) (?:price|rate|cost)s?",
    r"(?:grow|scale|boost|increase|expand) (?:your|my|the) (?:business|practice|sales|"
    r"revenue|clinic|bookings|patient)",
    r"your (?:business|company|competitors|niche|customers|organi[sz]ation)",
    r"(?:unsubscribe|opt[- ]out|bulk (?:discount|order)|wholesale|white[- ]label)\b",
    r"(?:interested in (?:our|learning more)|partner(?:ship)? (?:with|opportunity))",
    # Money and games; Russian ones by the beginnings of words.
    r"casino",
    r"jackpot|free spins|slots",
    r"sportsbook|betting (?:site|bonus)|poker",
    r"казино",
    r"бонус|промокод|фриспин",
    r"ставки|ставок|ставку|букмекер",
    r"выигр",
    r"игровы|слот|рулетк|джекпот",
    r"заработ|инвест|крипт",
    r"кредит|заём|займ|микрозайм",
    r"скидк|купить|дёшево|недорого|распродаж",
    r"регистрац|переходи|заходи",
    r"crypto\w*|bitcoin|forex|airdrop",
    r"passive income|binary options",
    r"(?:business|instant|payday|personal) loans?|working capital|business funding",
    r"(?:earn|make|win|invest) (?:up to )?[$£€]\s?\d",
    r"(?:work from home|financial freedom|guaranteed (?:return|profit|result))\w*",
    r"(?:cheap|discount|replica|luxury) (?:watches|bags|shoes|handbags|sunglasses)",
    r"(?:hot|sexy|lonely|single) (?:girls|women|singles|ladies)|dating site|onlyfans",
    r"(?:click (?:here|the link|below)|visit (?:us|our (?:site|website)))",
]
EXPRESSIONS = [re.compile(rf"\b(?:{pattern})", re.IGNORECASE) for pattern in PATTERNS]


def count_sales_words(text: str) -> int:
    """How many entries of the table stand in this text."""
    return sum(bool(expression.search(text)) for expression in EXPRESSIONS)
