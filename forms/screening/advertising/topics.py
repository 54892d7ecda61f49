"""Words of advertisements by topic, as they come through websites' forms.

Points: 3 for what nobody writes to a pain clinic but to advertise, 2 for what hardly
anybody does, 1 for what is usual in advertisements and possible in a patient's text.
No medicine against pain stands here: patients write their names. Each entry counts
once, however often it stands in a text. All are lower case, and begin at the beginning
of a word; `\\b` ends what is no beginning of longer words. Add what gets through.
"""

from typing import NamedTuple


class Topic(NamedTuple):
    """Patterns by their points."""

    sure: list[str]
    likely: list[str] = []
    possible: list[str] = []


SEARCH = Topic(
    sure=[
        r"(?:moz )?d[ar] ?\d|high (?:da|dr|pr)\b",
        r"google'?s? (?:1st|first|top) page|(?:1st|first) page of",
        r"(?:permanent|contextual|dofollow|profile|forum|web 2\.0) (?:\w+ )?links?",
        r"(?:buy|sell|place|swap|exchange) (?:an? )?links?\b|links? (?:swap|profile|"
        r"placement)|link back to (?:my|our)",
        r"(?:chatgpt|gemini|ai search|ai overviews?)[\w ,]{0,30}(?:recommend|ready|"
        r"rank|visib|show)",
        r"seo\b(?= \w)|\w+ seo\b",
        r"back ?-?links?\b",
        r"link[ -](?:building|insertion|exchange)",
        r"do-?follow",
        r"guest[ -](?:post|article|blog)",
        r"sponsored (?:post|article|content|link)",
        r"domain (?:authority|rating|expir|renewal|registration)",
        r"(?:first|top|1st|front) (?:page|spot|position|result)\w* (?:of|on|in) "
        r"(?:google|search|bing)",
        r"(?:search engine|google) (?:rank|optimi|visib|position|listing|traffic)",
        r"(?:organic|targeted|web(?:site)?|search) (?:\w+ )?(?:traffic|visitors|reach)",
        r"(?:boost|increase|improve|drive|grow|more) (?:\w+ ){0,2}"
        r"(?:rankings?|conversions?|visibility)|traffic to your",
        r"keyword (?:research|rank|phrase)",
        r"meta (?:tag|description)",
        r"(?:your|the) (?:web)?site (?:\w+ ){0,3}rank",
        r"(?:google|facebook|instagram|meta) ads\b|google my business|ppc\b|adwords",
        r"(?:write|publish|place) an? article (?:for|on) your",
    ],
    likely=[
        r"page (?:one|two|six|[1-9]) |white[ -]hat|outreach",
        r"your (?:da|dr|domain)\b|infographic|(?:our|my) (?:readers|blog|content)|"
        r"your (?:readers|audience)",
        r"(?:boost|increase|drive|grow) (?:\w+ )?traffic",
        r"rank(?:s|ed|ing|ings)?\b(?= (?:on|in|for|high|low|well|poor|number|#))",
        r"search (?:engine|results?|visibility)",
        r"(?:page|site|loading) ?speed|mobile[ -](?:friendly|responsive)",
        r"local (?:search|seo|listing|pack)|map pack",
        r"(?:conversion|bounce) rates?",
        r"audit (?:of|report)|(?:website|site|seo|free|full) audit",
        r"(?:5|five)[ -]star (?:google )?reviews",
        r"(?:google )?(?:index|crawl)(?:ed|ing)\b",
        r"competitors?\b",
    ],
    possible=[r"google\b", r"traffic\b", r"keywords?\b", r"your (?:web)?site\b"],
)
BUILDING = Topic(
    sure=[
        r"(?:modern|new|professional|custom) (?:website|web site|web design|logo|"
        r"homepage)\b[\w ]{0,20}(?:only|from|for|at|£|\$)",
        r"(?:react|laravel|php|python|android|ios|node)\b[\w ,]{0,20}(?:app|develop|"
        r"built|programm)",
        r"software house|(?:website|homepage) mock-?up|mock-?up of",
        r"(?:web ?site|web|landing page|app|mobile app|logo|graphic) "
        r"(?:re-?)?(?:design|develop)\w*",
        r"(?:redesign|rebuild|revamp|build) (?:your|a|an|the) (?:new )?"
        r"(?:web ?site|app|logo|online)",
        r"wordpress|shopify|woocommerce|php develop|full[ -]stack",
        r"(?:software|app) (?:outsourc|development|develop)\w*",
        r"(?:offshore|dedicated|remote) develop\w*|virtual assistant|offshore team",
        r"(?:explainer|promo(?:tional)?|animated|marketing) videos?",
        r"ai[ -](?:agent|receptionist|powered|driven)",
        r"(?:web )?hosting (?:plan|service|package)|ssl certificate",
    ],
    likely=[
        r"(?:widget|plug-?in|voice ai)\b|24/7|unlimited revisions|per hour\b",
        r"(?:do|design),? (?:web )?hosting|monthly maintenance|iptv|vpn\b|(?:windows|"
        r"office) (?:\d+ )?keys|prox(?:y|ies)\b",
        r"web ?(?:designer|developer|agency)",
        r"(?:online|digital|web) (?:presence|visibility|footprint|strategy|growth)",
        r"automat(?:e|es|ing|ion) (?:your|of|tool|solution|software)",
        r"outsourc\w+|crm\b|saas\b|white[ -]label",
        r"modern look|chat ?bots?\b|ai[ -](?:assistant|tool)",
    ],
    possible=[r"software\b", r"developers?\b", r"solutions?\b", r"logo\b"],
)
SELLING = Topic(
    sure=[
        r"(?:digital|online|email|content|social media|video|sms|influencer) market",
        r"(?:qualified|new|patient|generat\w+|business|sales|exclusive|verified) "
        r"leads?\b|lead[ -]gen",
        r"(?:email|mailing|contact|customer|business) (?:list|database)s?\b",
        r"(?:grow|scale|boost|expand|promote|skyrocket) (?:\w+ )?"
        r"(?:business|practice|sales|revenue|brand|company|bookings|clinic)",
        r"more (?:paying |new )?(?:customers|clients|bookings|leads)\b",
        r"(?:buy|gain|instagram|tiktok|youtube) (?:\w+ )?"
        r"(?:followers|subscribers|likes)\b",
        r"(?:contact|feedback|website) forms? (?:marketing|advertis|submission|on|to)"
        r"[\w ]* (?:sites|million|thousand|websites)",
        r"bulk (?:order|discount|email|sms|purchase)|wholesale|factory price|"
        r"moq\b|alibaba",
        r"(?:drop ?ship|amazon fba|e-?commerce)",
        r"(?:our|my) (?:pricing|packages?|portfolio|agency|price ?list|catalogue?)\b",
        r"(?:trade|exhibition) (?:show )?(?:attendee|visitor)s?",
        r"remove (?:me|you) from (?:our|the|this) list",
    ],
    likely=[
        r"[$€] ?\d|\d ?(?:usd|eur|euros?|dollars?)\b|usd|paypal",
        r"(?:cheap|free) (?:\w+ ){0,2}(?:online|now|iphone|followers|quotes?|keys|"
        r"clean|terminal|channel|trial|credit)",
        r"(?:x|up to )\d{2,}|\d+ ?% (?:success|accuracy|deposit|commission|of each)|"
        r"early bird|(?:spots|places|stands|seats) (?:are )?(?:limited|selling)",
        r"followers|giveaway|gift cards?|duty free|all inclusive|outlet\b|essays?\b|"
        r"diplomas?\b",
        r"(?:order|sell|ship|supply|manufactur|deliver)\w* (?:\w+ ){0,5}(?:products|"
        r"containers?|worldwide|house fast)|fob\b",
        r"(?:card|contactless) payments?\b|settlement|overpaying|suppliers?\b|"
        r"contact forms?\b",
        r"(?:get started|try (?:it|us)|sign up|register|compare|hurry|"
        r"check eligibility)(?: (?:now|today|free|here))?$|compare now|get started now",
        r"your (?:competitors|niche|customers|brand|industry|sales|revenue|roi)\b",
        r"unsubscribe|opt[ -]out",
        r"(?:businesses|companies|clinics|practices|sites|websites) (?:like|such as) "
        r"your",
        r"(?:our|my) (?:clients?|customers|services?|products?|company|firm|platform|"
        r"factory|solution|software|experts|specialists|tool)s?\b",
        r"(?:our|my|a) team (?:of|can|will|has|specialis)",
        r"market(?:ing|er|ers)\b|advertis\w+|promot(?:e|ion|ional)\b|b2b\b",
        r"(?:free|complimentary|no[ -]cost|no[ -]obligation) (?:\w+ )?(?:audit|quote|"
        r"trial|report|proposal|demo|mock-?up|sample|estimate|analysis|strategy)",
        r"(?:limited|special|exclusive)[ -](?:time|offer|deal|price|discount)",
        r"(?:affordable|competitive|unbeatable|best|lowest) "
        r"(?:price|rate|cost|deal)s?\b",
        r"\d+ ?% (?:off|discount|bonus|cashback)",
        r"(?:earn|make|win|invest|receive) (?:up to )?"
        r"(?:[$€£]|usd|eur) ?\d",
        r"(?:money[ -]back|results?|satisfaction) guarantee|guaranteed (?:result|rank)",
        r"(?:order|buy|shop|act|apply|join|register|sign up|subscribe|book a demo|"
        r"claim|download|install|play|bet) (?:now|today|here|yours?)\b",
        r"(?:free|fast|worldwide) (?:shipping|delivery)",
        r"(?:cheap|discount|replica|luxury|designer) (?:\w+ )?(?:watch|bag|shoe|"
        r"handbag|sunglass|phone|cigar)\w*",
        r"rolex|louis vuitton|gucci|ray-?ban|air ?max",
        r"solar panels?|energy (?:bills?|supplier|tariff)|business (?:electric|energy|"
        r"rates|insurance|phone)",
        r"(?:office|commercial) clean\w+|ppe\b|nitrile|masks? supplier",
        r"affiliat\w+|influencers?\b|franchis\w+|resell\w+|sponsorship",
    ],
    possible=[
        r"cheap\w*|free\b|best\b|limited\b|today\b|tomorrow\b|now\b|\d+ ?%|"
        r"in \d+ (?:days|hours)|per (?:month|year)|only \d|interested\?",
        r"deals?\b|discount|promo\b|voucher|coupon|bonus|sale\b|buy\b|purchase",
        r"offer(?:s|ing)?\b",
        r"price ?list|pricing|quot(?:e|ation)\b|packages?\b",
        r"business(?:es)?\b|compan(?:y|ies)\b|agency|clients?\b|customers?\b",
        r"reasonable (?:price|rate)|guarantee|in stock\b|only [$€£]",
        r"services?\b|products?\b|supplier",
        r"click|visit us|website\b|subscribers?\b",
    ],
)
MONEY = Topic(
    sure=[
        r"(?:pre-?approved|no credit check|no collateral)|recover (?:lost|stolen|"
        r"scammed) |factoring|trading signals|lottery\b[\w ,.]{0,40}(?:claim|won|"
        r"winner)|(?:arab|foreign|private) investor",
        r"(?:tax|customs) (?:rebate|refund|fee) of|unpaid (?:customs|shipping)",
        r"(?:business|instant|payday|personal|quick|fast|unsecured|short[ -]term|"
        r"guaranteed) (?:loan|funding|finance|capital|cash)s?\b",
        r"loan (?:offer|from|at|company|amount|approv)",
        r"working capital|business funding|funding up to|interest rate of|% interest",
        r"(?:bad|poor) credit|credit (?:repair|score) |merchant cash",
        r"forex|binary option|airdrop|pre-?sale token|altcoin|ethereum|usdt|"
        r"(?:btc|crypto\w*|bitcoin) (?:wallet|trad|invest|min|bonus|coin|signal|"
        r"exchang|"
        r"platform|transfer|payout|earn)\w*",
        r"passive income|financial freedom|(?:extra|daily|weekly) (?:income|profit|"
        r"payout)|(?:earn|make) (?:money|cash) (?:online|from|fast)",
        r"(?:inheritance|beneficiary|next of kin) (?:fund|to the)|unclaimed|"
        r"million (?:us )?dollars|barrister \w+|lottery winn|you (?:have )?won\b",
        r"get rich|double your (?:money|investment|bitcoin)|(?:high|guaranteed) "
        r"(?:return|yield|profit)s?",
        r"investors? (?:looking|ready|interested|seek)|(?:project|investment) "
        r"(?:funding|financing|proposal|opportunit)",
    ],
    likely=[
        r"crypto\w*|bitcoins?\b|btc\b|nft\b|blockchain|investors?\b",
        r"loans?\b|refinanc\w+|lenders?\b",
        r"wire transfer|western union|money transfer|payout|trading\b",
        r"tax (?:refund|relief|rebate)|grant funding|r&d tax",
    ],
    possible=[
        r"funding\b|profit|mortgage|invest(?:ment|ing)s?\b|credit cards?\b",
        r"interest rate",
        r"wallet\b|cash\b|million\b",
    ],
)
GAMES = Topic(
    sure=[
        r"real money|non-?gamstop|gamstop|free ?bet|multiplier|apk\b|(?:deposit|"
        r"signup|sign-up) bonus|on first deposit|welcome offer",
        r"(?:online|best|live|crypto|new|top|mobile|real money) casinos?\b|"
        r"casino (?:online|bonus|game|site|slot|review|no)",
        r"free ?spins?|no[ -]deposit|welcome bonus|jackpot|slot (?:machine|game|"
        r"online)|"
        r"sports ?book|judi|togel|gacor|bandar|situs",
        r"(?:betting|gambling) (?:site|bonus|tip|odds|platform)|"
        r"(?:online|sports) (?:betting|poker|lotter)\w*",
        r"1xbet|mostbet|melbet|pin-?up|bet365|betway",
    ],
    likely=[r"casinos?\b", r"poker|roulette|blackjack|baccarat", r"betting\b"],
    possible=[
        r"gambl\w+",
        r"deposit\b",
        r"bets?\b",
        r"spins?\b|slots\b",
        r"lottery|bingo",
    ],
)
INTIMATE = Topic(
    sure=[
        r"onlyfans|porn\w*|escorts? (?:service|girl|agenc)\w*|webcam (?:girl|model)|"
        r"sex (?:chat|dat|cam|toy|video|shop|tonight)\w*|hook-?up",
        r"(?:hot|sexy|lonely|single|beautiful|naughty|russian|asian|ukrainian) "
        r"(?:girls?|women|singles?|lad(?:y|ies)|brides?|milf)s?\b",
        r"dating (?:site|app|service|profile)|adult (?:dating|site|video)|"
        r"(?:sugar|rich) (?:daddy|mommy|mummy)",
        r"(?:meet|find) (?:\w+ )?(?:singles|girls|ladies|your (?:soulmate|match))",
    ],
    likely=[
        r"(?:write|text|message) me\b[\w ,]{0,20}(?:photo|bored|profile)|horny|"
        r"bored at home|meet tonight|have (?:some )?fun\b|i'?m online|"
        r"saw your (?:profile|photo)|handsome|cam models|18\+|(?:for|to) marriage",
        r"no limits|girlfriend,|incall|lonely|my (?:hot )?photos",
        r"(?:my|see|send|view) (?:\w+ )?(?:hot |naked |private )(?:photo|pic)",
        r"sexy|flirt\w*|naked|(?:serious|real) relationship",
        r"looking for (?:a )?(?:boyfriend|sex)\b|nudes?\b",
    ],
    possible=[r"dating\b"],
)
SHOP_MEDICINES = Topic(
    sure=[
        r"(?:overnight|discreet|worldwide) (?:delivery|shipping)|legit vendor|wickr|"
        r"no doctor needed|cod available",
        r"(?:weird|simple|secret|ancient|japanese) (?:\w+ )?(?:trick|tonic|ritual|"
        r"hack)|big pharma|cures? (?:diabetes|hiv|herpes|cancer)|herbal (?:remedy|"
        r"cure|doctor)[\w ]* cure|inches naturally",
        r"viagra|cialis|sildenafil \w+ (?:online|cheap|price)|kamagra|levitra|ozempic "
        r"(?:online|cheap|price|for sale)|semaglutide (?:online|for sale|peptide)",
        r"(?:online|canadian|cheap|trusted|legit) (?:\w+ )?(?:pharmac(?:y|ies)|pills|"
        r"drugstore)\b",
        r"(?:buy|order|purchase|cheap|generic) (?:\w+ ){1,2}(?:online|without (?:a )?"
        r"prescription|no prescription|overnight)",
        r"(?:without|no) (?:a )?(?:prescription|rx) (?:needed|required|necessary)|"
        r"no rx\b|no prescription",
        r"(?:male|penis|erection|libido) (?:enhanc|enlarg|pill|boost)\w*|"
        r"erectile (?:\w+ )?(?:pill|cure)",
        r"(?:drop|shed) \d+ (?:lbs|pounds|kg|kilos)|fat[ -]burn\w*|"
        r"keto (?:gumm|pill|diet plan)|weight[ -]loss (?:pill|secret|gumm|"
        r"supplement)s?",
        r"cbd (?:gumm|oil (?:shop|store|for sale)|product|brand)\w*|delta-?8|"
        r"peptides for sale|steroids for sale|anabolic",
    ],
    likely=[r"miracle (?:cure|pill|product)|(?:doctors?|they) (?:hate|don'?t want)"],
    possible=[r"supplements?\b", r"overnight\b", r"pills\b"],
)
THREATS_AND_FORGERIES = Topic(
    sure=[
        r"(?:mailbox|inbox|storage) (?:\w+ ){0,3}(?:full|quota)|"
        r"upgrade your (?:storage|mailbox)|sign-?in (?:was )?(?:prevented|blocked)|"
        r"community standards",
        r"(?:used|using) my (?:pictures|images|photos)|(?:send|pay) [\d.]+ (?:btc|"
        r"bitcoin)|hosting (?:plan )?expire|domain'?s? (?:\w+ ){0,3}registration|"
        r"trademark renewal|\.cn domain|copied the database",
        r"your (?:\w+ )?(?:account|mailbox|email|domain) (?:\w+ ){0,4}(?:suspend|"
        r"deactivat|terminat|expir|restricted)\w*",
        r"(?:verify|confirm|update|validate) your (?:\w+ )?(?:account|password|billing|"
        r"mailbox|credentials)",
        r"(?:your|unusual|suspicious) (?:parcel|package|login|sign-?in) (?:\w+ ){0,3}"
        r"(?:attempt|activity|held|pending|waiting|could not)",
        r"copyright(?:ed)? (?:infring|violat|claim|image|material)\w*|dmca|"
        r"(?:my|our) (?:images?|photos?) (?:\w+ ){0,3}without (?:my |our )?"
        r"(?:permission|consent)",
        r"proforma invoice|swift copy|bank details (?:have )?changed|payment advice",
        r"(?:hacked|hack) your (?:site|website|database|device|account|email)|"
        r"your (?:site|website|database) (?:has been|was|is|will be) "
        r"(?:hacked|spammed|compromised)|leak your",
        r"trademark (?:registr|office|of your)|register your (?:trademark|brand|"
        r"domain)|"
        r"domain name\b",
    ],
    likely=[
        r"attached the invoice|invoice inv|accounts dep\w*|appeal within|taken down|"
        r"entering your password",
        r"(?:outstanding|unpaid|overdue|pending) (?:invoice|payment|balance)|"
        r"invoice (?:overdue|is overdue|payment)|remittance",
        r"malware|penetration test|cyber ?security|ransom",
    ],
    possible=[
        r"urgent(?:ly)?\b",
        r"attached\b",
        r"purchase order|invoices?\b|final (?:notice|warning|reminder)|legal action",
    ],
)
WORK = Topic(
    sure=[
        r"(?:hiring|need|looking for) (?:\w+ )?(?:remote|home|online) (?:assistant|"
        r"worker|staff)s?|paid (?:the )?(?:same day|per review|daily)|keep \d+ ?% of|"
        r"shortlisted for|test products at home|receive payments for",
        r"(?:remote|online|easy) (?:job|position|opportunit|vacanc)\w*|"
        r"no experience (?:needed|required|necessary)",
        r"(?:earn|salary|income) (?:[\w$€£,]+ ){0,4}(?:per|a|every|each|/) ?"
        r"(?:day|week|month|hour)",
        r"(?:hiring|recruitment|staffing) (?:agency|solution|service|partner|"
        r"compan)\w*|"
        r"(?:pre-?vetted|qualified|skilled) (?:candidates|nurses|staff|developers)",
        r"data entry|survey(?:s)? for (?:cash|money)|mystery shopper|be your own boss",
    ],
    likely=[r"candidates\b|recruit(?:er|ing|ment)|freelanc\w+|hiring\b|job offer"],
    possible=[r"salary|vacanc\w+|cv\b|work from home"],
)
# In other languages; Russian ones by the beginnings of words.
ABROAD = Topic(
    sure=[
        r"фрибет|вращени|коэффициент|слоты|размещу|куплю ваш|секс",
        r"spielothek|apuestas|deneme bonusu|bonus veren|(?:obrot[oó]w|bez depozytu)|"
        r"bono de bienvenida|seite (?:1|eins) bei google|ilk sayfa|pr[eê]ts? entre|"
        r"(?:kredit|darlehen) ohne",
        r"казино|фриспин|промокод|букмекер|джекпот|рулетк|вулкан|игровы[ехй] автомат",
        r"ставк[иау] на|микрозайм|займ[ыа]? (?:онлайн|на карт|без)|без отказа|"
        r"криптовалют|биткоин|пассивн\w+ доход|заработ\w+ (?:в интернете|от|до|онлайн)",
        r"продвижени\w+|раскрутк|накрутк|подписчик|создани\w+ сайт|разработк\w+ сайт|"
        r"реклам\w+ (?:ваш|сайт|рассыл)|рассылк|интим|проститут|знакомств",
        r"купить (?:диплом|права|справк|ссылк|аккаунт)|дешев\w+ (?:цен|билет)",
        r"casino en l[ií]gne|casin[oò] online|casino en l[ií]nea|cassino|spielbank|"
        r"online[ -]?(?:casinos?|spiele|kredit)|kasyno|bahis|kumarhane|iddaa",
        r"pozyczk|chwilowk|kredyt (?:bez|online|gotowk)|prestito|prestiti|"
        r"pr[eé]stamos?|cr[eé]dit (?:rapide|sans)|kredit ohne|sofortkredit|kredi\b",
        r"pozycjonowani|strony internetowe|r[eé]f[eé]rencement|posicionamiento|"
        r"suchmaschinen|webdesign|sitio web .{0,30}(?:google|dise)|"
        r"posizionamento|otimiza",
        r"(?:acheter|comprar|comprare|kaufen|kupi[cć]) .{0,30}(?:viagra|cialis|online|"
        r"en ligne|ohne rezept)",
        r"娱乐|博彩|赌场|彩票|贷款|代开|发票|加微信|棋牌|兼职|刷单|카지노|토토|カジノ|"
        r"副業",
    ],
    likely=[
        r"бонус|выигр|игровы|слот|ставки|ставок|ставку",
        r"заработ|инвест|крипт|кредит|заём|займ",
        r"скидк|купить|дёшево|дешево|недорого|распродаж|акци[яи]\b|цен[аы] от|"
        r"доставк[аи] по",
        r"переходи|заходи|закажи",
        r"bonus (?:sans|ohne|sin|bez|de|za|fur)|giri gratis|tours gratuits|"
        r"freispiele|darmowe spiny|tiradas|giros gratis",
        r"angebot (?:fur|für)|oferta (?:especial|dla)|offre (?:sp[eé]ciale|exclusive)|"
        r"rabatt|descuento|promocja|promoci[oó]n|sconto|indirim",
        r"geld verdienen|gagner de l'argent|ganar dinero|guadagna\w*|zarab\w+|"
        r"invertir|investir|inwest\w+|yat[ıi]r[ıi]m",
        r"(?:votre|ihre|su|tu|vostro|twoj\w*|wasz\w*|panstwa) (?:firm\w+|entreprise|"
        r"unternehmen|empresa|azienda)",
    ],
    possible=[
        r"gratis\b|kostenlos|gratuit\w*|darmow\w+|бесплатн",
        r"регистрац|онлайн\b|подробн|сайт|заказать|телеграм",
    ],
)

TOPICS = [
    SEARCH,
    BUILDING,
    SELLING,
    MONEY,
    GAMES,
    INTIMATE,
    SHOP_MEDICINES,
    THREATS_AND_FORGERIES,
    WORK,
    ABROAD,
]
