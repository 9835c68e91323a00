"""Ordinary English words, which a vocabulary's name has to be more than.

UMLS holds "can", "lead" and "set"; drug registers hold brands called Today, Relief and Clear. A
name made of nothing but words of this list never makes a mention by itself. The list is ours:
common words of English and of health pages that name no illness, medicine or part of the body.
They stand in the singular and in the spelling that folding leaves.
"""

from __future__ import annotations

_SMALL = """
    a about above across after again against ago all almost alone along already also although alway
    am among an and another any anyone anything are around as at away back be became because become
    been before began behind being below beside best better between beyond both but by came can
    cannot could did do doe done down during each either else enough even ever every everyone
    everything except far few first for from further gave get give given go gone got had half has
    have having he hence her here herself hi high him himself how however i if in indeed inside
    instead into is it itself just keep kept last late later least les let like likely little long
    lot low made mainly make many may maybe me mean might mine more most mostly much must my myself
    near nearly need neither never next no nobody none nor not nothing now of off often on once one
    only onto or other otherwize our out outside over own part per perhap put quite rather really
    right said same say see seem seen seldom several shall she should since so some someone
    something sometime soon still such take taken than that the their them themselve then there
    therefore these they thing this those though through throughout thu till to together too took
    toward two under until up upon us use used usual usually very via wa want was way we well went
    were what whatever when whenever where whether which while who whole whom whose why will with
    within without would yet you your yourself
"""

_NUMBERS = """
    amount average billion count couple degree depth dose double dozen eight eleven fifth fifty
    five foot forty four fourth grade gram half height hundred inch length level liter maximum
    meter mile million minimum nine number once one ounce pair percent pound quantity quarter rank
    rate ratio scale score second seven single six size stage sum ten third thirty thousand three
    total triple twelve twenty twice two unit volume weight width zero
"""

_TIMES = """
    afternoon age annual april august autumn begin beginning birthday current daily date day
    december delay duration earlier early end evening fall february finish frequency friday future
    hour interval january july june march may middle midnight minute moment monday month monthly
    morning night noon november october past period present recent saturday season second september
    spring start summer sunday term thursday time today tomorrow tonight tuesday wednesday week
    weekend weekly winter year yearly yesterday
"""

_THINGS = """
    act action activity ad add address advance advantage advice aid aim air alarm angel answer
    apple area arrow article ash aspect axe bag balance ball band bank bar base basic basis basket
    bath bathroom beach beacon bean bed bell belt bench benefit bird bit blade blanket block board
    boat body bond bonus book boost border bottle bottom bowl box boy branch brand bread break
    breakfast bridge brief brother brush bubble bucket building bulb bus business butter button
    cable cake call camera camp candle candy cap capital car card care career carpet case cash cat
    catch cause cell center chain chair chance change chapter character charge chart check cheese
    child chocolate choice church circle city class clean clear clip clock close cloth cloud club
    coach coat code coffee coin collar collection color comfort comment common community company
    complete computer concept concern condition connection contact content contest control
    conversation cook cookie cool copy corn corner cost cotton council counter country course court
    cover cow cream credit crop cross crown cry cube culture cup curve custom cut cycle dance
    danger dark dash data daughter dawn deal death debate decision deer defense demand design desk
    detail device diamond difference dinner direct direction dirt discussion dish distance district
    dock document dog doll dollar dolphin door dot dove dozen dragon draw dream dress drink drive
    driver drop drug dry duck dust duty eagle earth east easy edge education effect effort egg
    elastic element employee energy engine entry envelope environment equipment error essential
    estate event evidence exact example exchange exercize expert express extra face fact factor
    fail fair family fan farm fashion fast father favor fear feature fee feed feeling fence fiber
    field fight figure file fill film filter final find fine fire fish fit flag flame flash flat
    flight floor flow flower focus food force forest form format formula forward found foundation
    frame free freedom freeze fresh friend front fruit fuel full fun function fund game gap garden
    garlic gas gate gear general ghost gift ginger girl glass globe glove glow goal goat god gold
    good government grain grand grape graph grass great green grey ground group growth guard guess
    guest guide gun guy habit hammer handle happy harbor hard harm hat hawk health heat heaven
    heavy help hero hill hint history hit hold holiday home honey hook hope horse hospital host hot
    hotel house human hunt ice idea image impact improvement income increase index industry
    influence information input insect instance interest internet iron island issue item jacket jet
    jewel job join joint joy judge juice jump justice key kid kind king kiss kit kitchen knife knot
    knowledge label labor lack lake lamp land lane language lap laugh law lawyer lay lead leader
    leaf league learn leather leave legend lemon lesson letter library licence license life lift
    light lime limit line link lion list listen load loan local lock log look loop loss loud love
    luck lunch machine magazine magic mail main man manner map marble march mark market mask mass
    master mat match mate material matter maze meal measure meat media medicine meeting member
    memory men mention menu message metal method mile milk mind mirror miss mission mist mix mode
    model modern money monitor mood moon mother motion motor mount mountain mouse move movement
    movie music nail name nation natural nature neat nest net network new nice noise normal north
    note notice novel nurse nut oak oat object ocean office officer oil olive onion open operation
    opinion optimum option orange order organ origin outcome output oven owner pace pack package
    page paint paper parent park party pass patch path patient pattern pause pay peace peak pearl
    pen pencil people pepper perfect performance permission person phase phone photo phrase
    physical piano pick picture piece pig pilot pin pink pipe place plan plane planet plant plastic
    plate play player plus pocket poem poet point police policy pool poor pop popular position post
    pot potato powder power practice premier premium pressure pretty price pride prime prince
    princess print prize problem procedure process produce product profession profile profit
    program progress project promize proof property protection prove public pull pulse pump pure
    purpose push quality queen question quick quiet race rack radio rail rain rainbow raise range
    rapid reach react reaction read reader ready real reason recipe record red reference refresh
    region relation relief remark remedy remove rent repair repeat reply report request rescue
    research reserve resource respect response rest restaurant result return review reward rhythm
    rice rich ride ring rise risk river road rock rocket role roll roof room root rope rose rough
    round route row royal rub rule run rush safe safety sail salad sale salt sample sand satin
    sauce save scene schedule school science screen script sea seal search seat secret section
    secure seed select self sell send sense sentence sequence serious serve service sery session
    set shade shadow shake shape share shark sharp sheep sheet shelf shell shield shift shine ship
    shirt shoe shop short shot show shower sign signal silk silver similar simple sing sister sit
    site situation ski skill sky sleep slice slide slim slip slow small smart smell smile smoke
    smooth snack snake snow soap social society soft software soil solution song sort soul sound
    soup source south space spark speak special specy speech speed spell spend spider spin spirit
    spoon sport spot spray spread spring square stable staff stain stair stand standard star state
    statement station status stay steam steel step stick stock stone stop store storm story
    straight strange strap stream street stress stretch strike string strip strong structure
    student study stuff style subject substance success sugar suit summer sun supplement supply
    support surface surge surprize survey sweet swim switch symbol system table tag tail talk tank
    tape target task taste tax tea teach teacher team technique technology telephone television
    tell tent test text thank theory thick thin think thought thread tide tie tiger tight tin tip
    title toilet tomato tone tool top topic torch touch tour towel tower town toy track trade
    tradition traffic train transition travel tray treat tree trial trick trip trouble truck true
    trust truth try tube turn twin twist type uncle union unique unit unity universe upper usage
    valley value van variety vehicle version vest victory video view village violet virtue vision
    visit vital voice vote walk wall war warm warning wash watch water wave wax weak weather web
    wedding week weight welcome west wet wheel white wide wife wild win wind window wine wing
    winner wire wise wish witch wolf woman women wonder wood wool word work worker world worry
    worth write wrong yard yellow young youth zebra zest zone
"""

_KINDS = """
    ability able abnormal absent absolute accept account achieve active acute additional admit
    adolescent adult advanced affect afford afraid african agree alive allow alpha ambient american
    announce anterior appear appetite apply approach approximate argue arise arrange arrive asian
    ask associate attach attack attempt attend attention available avoid aware axial bad barrier
    bear beat behavior behavioral belong bend beta big bitter black blow blue boil bold born borrow
    bother breathe bright bring broad broken brown build burn busy buy calculate calm capsule
    careful carry celebrate central certain cheap chief choose chronic cigarette civil claim
    classic clever click climb cluster cold collect combine combined come community compare compete
    complain complex confirm connect consent consider consist constant consume contain continue
    contribute convert coordinate coordination correct crazy create cruel curious damage database
    dead dear decide decrease deep definition deliver delta deny depend derive describe description
    deserve destroy determine develop dictionary die differ different difficult digest disappear
    discomfort discover discus dissolve distal distant divide dominant dorsal doubt drain draw due
    eager early eat effective elder elderly emotional empty enable encourage enjoy enter entire
    equal escape establish estimate european examine excellent exciting exist expand expect
    experience explain exposed express extend extreme fair false familiar famous federal feel fell
    female fertility final firm fold follow foreign forget forgive formal former friendly funny
    gain gamma gather generate gentle glad golden grab gradual gray grow guilty happen hate healthy
    hear helpful hide honest huge hungry hurt ideal identify ignore ill imagine imply important
    impossible improve include independent indicate infant inform initial inner insert insist
    install instant instrument intellectual intend intense internal interval introduce invest
    invite involve isolate junior kill know large laser lateral legal lend level lie liquid live
    location lonely loose lose lovely mad magnet maintain maintenance major male manage marry
    medial medical meet mental microscope mild military mini minor mixed mobile moderate moist
    motor move mutual narrow nasty national native nearby necessary negative nervous network
    neutral newborn noble nuclear nutrition observation observe obtain obvious occupational occur
    odd offer official old older ordinary original overall overview own painful palace pale partial
    particle particular percentage perfect perform permanent persist personal personality placement
    plain planned pleasant point polite portion positive possible posterior potential powerful
    precize predict prefer pregnant prepare press prevent previous primary private proceed
    production professional proper protect proud provide proximal publish quit radical radioactive
    rare raw reasonable receive recur reduce refer reflect reflex refuse regard regimen registry
    regular relate related relative relax release relevant relieve rely remain remember replace
    represent reproduction require reserve resident resist respond responsible reveal ring routine
    rude sad satisfied satisfy scared secondary seek selection senior sensible sensitive sensory
    separate settle severe severity sexual sheath shut shy sick silent silly single slept slight
    smooth socket solve sorry sour specialize specific spent spicy split stable stare steady stiff
    stimulus stood stop stopping storage strength strict stuck stupid sudden suffer sufficient
    suggest suitable summary sunlight super suppose sure survey survive suspect suspicious swing
    tall teenager temperature temporary tend tender terrible thirsty throw tiny tired tobacco total
    touch tough traditional treat triangular typical ugly ultimate unable understand unknown
    unusual urgent useful usual vague valid various vary vast vegetable ventral visible visual wait
    wake warn waste wear website weird wonder wonderful worse worst younger
"""

_MEDICINE = """
    abnormality absence accelerate acid acquired adult agent aggressive altered ampoule ampule
    analysis anomaly antibody antigen autosomal baby bacteria balm barrier beam benign blister
    brand breakdown caplet capsule cardiovascular causal chemical chemistry child chromosome
    citizen clinic clinical clinician cognitive complication compound compression computed
    condition congenital consultation crowd cure defect deficiency degeneration detection
    development diagnosis diagnostic diet digestive disability disease disorder dispenser
    disturbance doctor dominant drug dysfunction elevated elixir emergency emulsion enzyme episode
    erosol evaluation exam examination exposure external extract failure family fatal father
    finding fluid foam gargle gel gender gene generic genetic gland granule hereditary hormone
    human identified illness imaging impairment implant inability incidence individual infected
    infusion ingredient inherited inhibitor injection inpatient insufficiency intake intermediate
    intermittent intervention irregular kilogram kinase laboratory lesion localized lotion lozenge
    magnetic malignant management mature measurement medication membrane men microgram mild
    milligram milliliter molecule monitor morbidity mortality mother mouthwash mutation nation
    nutrient ointment onset outbreak outpatient palliative parent paste pathologist pathology
    people person pharmacist pharmacy phenotype physician pill placebo population prescription
    prevalence prevention procedure prognosis progression progressive protective protein provider
    psychologist race receptor recessive recovery recurrence recurrent relapse remedy remission
    removal residue resistance rinse routine sachet salve scan screening sensation severity sign
    solution specialist sporadic stimulant subject subtype sugar suppository surgeon surgical
    surveillance survival suspension symptom symptomatic syndrome syrup systemic tablespoon tablet
    teaspoon therapist therapy tincture tissue toxin trait transmission treatment trigger
    underlying vaccine vial viral virus volunteer ward women
"""

ORDINARY = frozenset(f"{_SMALL}{_NUMBERS}{_TIMES}{_THINGS}{_KINDS}{_MEDICINE}".split())

_ENDINGS = (("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("ly", ""), ("er", ""), ("er", "e"),
            ("al", ""), ("y", ""), ("est", ""))  # fmt: skip


def is_ordinary(word: str) -> bool:
    """True for a folded word of the list, or one with a plain ending on it ("leading", "used")."""
    return word in ORDINARY or any(
        word.endswith(end) and word[: -len(end)] + instead in ORDINARY for end, instead in _ENDINGS
    )
