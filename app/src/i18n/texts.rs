//! The sentences. Dutch as a Flemish baker says it, then French, then English; no jargon.

use super::{Lang, sentences};

sentences! {
    // around every page
    skip: "Naar de inhoud" | "Aller au contenu" | "Skip to content";
    main_menu: "Hoofdmenu" | "Menu principal" | "Main menu";
    to_order: "Bestellen" | "Commander" | "Order";
    basket: "Mandje" | "Panier" | "Basket";
    orders: "Bestellingen" | "Commandes" | "Orders";
    account: "Account" | "Compte" | "Account";
    queue: "Wachtrij" | "File d’attente" | "Queue";
    customers: "Klanten" | "Clients" | "Customers";
    products: "Producten" | "Produits" | "Products";
    staff: "Medewerkers" | "Collaborateurs" | "Staff";
    ordering_for: "U bestelt namens" | "Vous commandez pour" | "You are ordering for";
    stop: "Stoppen" | "Arrêter" | "Stop";
    today: "vandaag" | "aujourd’hui" | "today";
    tomorrow: "morgen" | "demain" | "tomorrow";
    yesterday: "gisteren" | "hier" | "yesterday";
    save: "Bewaren" | "Enregistrer" | "Save";
    leave_empty: "Laat dit leeg" | "Laissez ceci vide" | "Leave this empty";
    saved: "Bewaard" | "Enregistré" | "Saved";
    search: "Zoek" | "Chercher" | "Search";
    show: "Toon" | "Afficher" | "Show";
    remove: "Verwijderen" | "Supprimer" | "Remove";
    remove_one(name: &str): "Verwijder {name}" | "Supprimer {name}" | "Remove {name}";
    add: "Toevoegen" | "Ajouter" | "Add";
    add_one(name: &str): "Voeg {name} toe" | "Ajouter {name}" | "Add {name}";
    back: "Terug" | "Retour" | "Back";
    back_to_start: "Naar het begin" | "Retour à l’accueil" | "Back to the start";
    pages: "Bladeren" | "Pages" | "Pages";
    next_page: "Volgende" | "Suivant" | "Next";
    name: "Naam" | "Nom" | "Name";
    number: "Nummer" | "Numéro" | "Number";
    language: "Taal" | "Langue" | "Language";
    email: "E-mail" | "E-mail" | "E-mail";
    state: "Stand" | "État" | "Status";
    slip: "Fout" | "Erreur" | "Error";
    of(name: &str, value: &str): "{name}: {value}" | "{name} : {value}" | "{name}: {value}";
    details: "Gegevens" | "Données" | "Details";

    // the own list
    own_list: "Bestellijst" | "Liste de commande" | "Order list";
    delivery_on(date: &str): "Levering {date}" | "Livraison {date}" | "Delivery {date}";
    order_within: "Bestellen kan nog" | "Pour commander, il vous reste" | "You can order for another";
    until_moment(moment: &str): ", tot {moment}" | ", heure limite : {moment}" | ", until {moment}";
    no_delivery_planned: "Geen levering gepland" | "Aucune livraison prévue" | "No delivery planned";
    no_delivery_planned_tip: "Voor deze vestiging zijn geen leverdagen ingesteld. Uw mandje kunt u wel al vullen." | "Aucun jour de livraison n’est défini pour ce site. Vous pouvez déjà remplir votre panier." | "No delivery days are set for this site. You can fill your basket all the same.";
    usual_order: "Uw gewone bestelling" | "Votre commande habituelle" | "Your usual order";
    would_miss(day: &str): "niet te vergeten voor {day}" | "à ne pas oublier pour {day}" | "not to be forgotten for {day}";
    into_basket: "In het mandje" | "Mettre au panier" | "Into the basket";
    search_list: "Zoek in uw lijst" | "Chercher dans votre liste" | "Search your list";
    nothing_found(text: &str): "Niets gevonden voor “{text}”" | "Rien trouvé pour « {text} »" | "Nothing found for “{text}”";
    nothing_found_tip: "Probeer een ander of korter woord, of kijk per rubriek. Staat het er niet bij, vraag het ons dan gerust." | "Essayez un autre mot, ou un mot plus court, ou regardez par rubrique. Si vous ne le trouvez pas, demandez-nous." | "Try another or a shorter word, or look by category. If it is not there, do ask us.";
    nothing_filtered_tip: "Op deze pagina heet niets zo. In uw hele assortiment zoeken we ook op barcode en op andere namen." | "Rien ne s’appelle ainsi sur cette page. Dans tout votre assortiment, nous cherchons aussi par code-barres et par d’autres noms." | "Nothing on this page is called so. In your whole assortment we also search by barcode and by other names.";
    list_is_empty: "Uw lijst is nog leeg" | "Votre liste est encore vide" | "Your list is still empty";
    list_is_empty_tip: "Zoek hierboven wat u nodig hebt, of kijk per rubriek. Wat u bestelt, staat hier voortaan klaar." | "Cherchez ci-dessus ce qu’il vous faut, ou regardez par rubrique. Ce que vous commandez sera désormais ici." | "Search above for what you need, or look by category. What you order will be here from then on.";
    nothing_here: "Hier staat niets" | "Il n’y a rien ici" | "There is nothing here";
    search_whole_list: "Zoek in uw hele assortiment" | "Chercher dans tout votre assortiment" | "Search your whole assortment";
    search_assortment: "Zoek in uw assortiment" | "Chercher dans votre assortiment" | "Search your assortment";
    found_by_code: "Met deze code" | "Avec ce code" | "With this code";
    found_by_own_name: "Zoals u het noemt" | "Comme vous l’appelez" | "As you call it";
    found_bought: "Eerder besteld" | "Déjà commandé" | "Ordered before";
    found_in_assortment: "In uw assortiment" | "Dans votre assortiment" | "In your assortment";
    found_perhaps: "Lijkt erop" | "Ressemblant" | "Something like it";
    found_as(words: &str): "gevonden als “{words}”" | "trouvé comme « {words} »" | "found as “{words}”";
    found_by_barcode(code: &str): "barcode {code}" | "code-barres {code}" | "barcode {code}";
    found_too_many: "Er is nog meer. Typ er een woord bij, dan vindt u het sneller." | "Il y en a d’autres. Ajoutez un mot pour trouver plus vite." | "There is more. Add a word to find it sooner.";
    shelves: "Alle rubrieken" | "Toutes les rubriques" | "All categories";
    look_by_shelf: "Kijk per rubriek" | "Regarder par rubrique" | "Look by category";
    own_part: "U ziet wat u kent: wat u eerder nam, uw favorieten en uw eigen namen. De rest vindt u met de zoekbalk, of" | "Vous voyez ce que vous connaissez : ce que vous avez déjà pris, vos favoris et vos propres noms. Le reste se trouve par la recherche, ou" | "You see what you know: what you took before, your favourites and your own names. Search for the rest, or";
    by_shelf: "per rubriek" | "par rubrique" | "by category";
    whole_list: "Toon de hele lijst" | "Afficher toute la liste" | "Show the whole list";
    all: "Alles" | "Tout" | "All";
    usually: "Gewoonlijk" | "Habituel" | "Usual";
    favourites: "Favorieten" | "Favoris" | "Favourites";
    usually_so_many(quantity: &str): "gewoonlijk {quantity}" | "d’habitude {quantity}" | "usually {quantity}";
    added_by(name: &str): "toegevoegd door {name}" | "ajouté par {name}" | "added by {name}";
    less(name: &str): "Minder {name}" | "{name} : moins" | "Less {name}";
    more(name: &str): "Meer {name}" | "{name} : plus" | "More {name}";
    how_many(name: &str, unit: &str): "{name}, aantal in {unit}" | "{name}, quantité en {unit}" | "{name}, quantity in {unit}";
    agreed: "afspraak" | "convenu" | "agreed";
    why_list: "Dit is de lijstprijs." | "C’est le prix du tarif." | "This is the list price.";
    your_agreement: "Uw prijsafspraak" | "Votre accord de prix" | "Your agreed price";
    agreement_of_group(group: &str): "Prijsafspraak van de groep {group}" | "Accord de prix du groupe {group}" | "Price agreed for the group {group}";
    why_agreed(whose: &str, from: &str, list: &str): "{whose}, sinds {from}. Lijstprijs {list}." | "{whose}, depuis le {from}. Tarif {list}." | "{whose}, since {from}. List price {list}.";
    less_percent(list: &str, percent: &str): "{list} min {percent}\u{a0}%" | "{list} moins {percent}\u{a0}%" | "{list} less {percent}\u{a0}%";
    why_tier(from: &str, price: &str): "Staffelprijs vanaf {from}: {price}." | "Prix dégressif à partir de {from} : {price}." | "Tier price from {from}: {price}.";
    tier_from(from: &str, price: &str): "vanaf {from}: {price}" | "dès {from} : {price}" | "from {from}: {price}";
    tier_near(more: &str, price: &str, saved: &str): "nog {more} en de prijs wordt {price}: u bespaart {saved}" | "encore {more} et le prix passe à {price} : vous économisez {saved}" | "{more} more and the price is {price}: you save {saved}";
    tier_reached(from: &str): "staffelprijs vanaf {from}" | "prix dégressif dès {from}" | "tier price from {from}";
    tiers: "Staffel" | "Prix dégressifs" | "Tiers";
    about(amount: &str): "ca. {amount}" | "env. {amount}" | "about {amount}";
    full_pack(name: &str, holds: &str): "Volle {name}: {holds}" | "{name} complète : {holds}" | "Full {name}: {holds}";
    total_estimated: "Totaal (geschat, te wegen)" | "Total (estimé, à peser)" | "Total (estimated, to be weighed)";
    is_estimated: "geschat, wordt gewogen" | "estimé, sera pesé" | "estimate, to be weighed";
    weighed(weight: &str): "gewogen: {weight}" | "pesé : {weight}" | "weighed: {weight}";
    weigh: "Wegen" | "Peser" | "Weigh";
    weigh_one(name: &str): "{name} wegen" | "Peser {name}" | "Weigh {name}";
    weight_in(unit: &str): "Gewicht in {unit}" | "Poids en {unit}" | "Weight in {unit}";
    weight_expected(least: &str, most: &str): "Verwacht: {least} tot {most}" | "Attendu : {least} à {most}" | "Expected: {least} to {most}";
    weight_is_right: "Het gewicht klopt" | "Le poids est exact" | "The weight is right";
    unusual_weight(least: &str, most: &str): "Verwacht was {least} tot {most}. Kijk na, en vink aan als het klopt" | "Attendu : {least} à {most}. Vérifiez, et cochez si c’est exact" | "Expected {least} to {most}. Check it, and tick if it is right";
    did_weigh(sku: &str, before: &str, after: &str): "woog {sku}: {after} in plaats van {before}" | "a pesé {sku} : {after} au lieu de {before}" | "weighed {sku}: {after} instead of {before}";
    packs: "Grotere verpakkingen" | "Conditionnements plus grands" | "Bigger packs";
    packs_tip: "Hoeveel verkoopeenheden erin gaan, zoals LR: 8; PX: 40 (laag van 8, pallet van 40)" | "Combien d’unités de vente ils contiennent, comme LR: 8; PX: 40 (couche de 8, palette de 40)" | "How many sales units they hold, as in LR: 8; PX: 40 (layer of 8, pallet of 40)";
    not_a_pack(typed: &str): "“{typed}” is geen verpakking. Schrijf zoals LR: 8; PX: 40, van klein naar groot, met aantallen die besteld kunnen worden" | "« {typed} » n’est pas un conditionnement. Écrivez comme LR: 8; PX: 40, du plus petit au plus grand, avec des quantités commandables" | "“{typed}” is not a pack. Write as in LR: 8; PX: 40, from small to big, with quantities that can be ordered";
    tolerance: "Wordt gewogen: afwijking in %" | "Est pesé : écart en %" | "Weighed: tolerance in %";
    tolerance_tip: "Leeg als het niet gewogen wordt. Anders geldt de prijs per basiseenheid, volgens het echte gewicht" | "Vide si ce n’est pas pesé. Sinon le prix vaut par unité de base, selon le poids réel" | "Empty if it is not weighed. Otherwise the price is per base unit, by the real weight";
    tiers_tip: "Vanaf hoeveel het goedkoper wordt, zoals 10: 15,20; 40: 14,80" | "À partir de combien c’est moins cher, comme 10: 15,20; 40: 14,80" | "From how many it costs less, as in 10: 15.20; 40: 14.80";
    not_a_tier(typed: &str): "“{typed}” is geen staffel: typ een aantal boven nul en een prijs, bijvoorbeeld 10: 15,20" | "« {typed} » n’est pas un palier : tapez une quantité supérieure à zéro et un prix, par exemple 10: 15,20" | "“{typed}” is not a tier: type a quantity above zero and a price, for instance 10: 15.20";
    no_better_tier(typed: &str): "“{typed}”: elke staffel vraagt meer en kost minder dan de vorige" | "« {typed} » : chaque palier demande plus et coûte moins que le précédent" | "“{typed}”: each tier needs more and costs less than the one before it";
    why_agreed_until(whose: &str, from: &str, until: &str, list: &str): "{whose}, van {from} tot en met {until}. Lijstprijs {list}." | "{whose}, du {from} au {until}. Tarif {list}." | "{whose}, from {from} up to and including {until}. List price {list}.";
    on_date(date: &str): "op {date}" | "le {date}" | "on {date}";
    to_basket: "Naar mandje" | "Au panier" | "To basket";
    left_to_minimum(left: &str, minimum: &str): "nog {left} tot uw minimum van {minimum}" | "encore {left} jusqu’à votre minimum de {minimum}" | "{left} to go to your minimum of {minimum}";
    to_your_minimum: "Tot uw minimum" | "Jusqu’à votre minimum" | "To your minimum";

    // the basket
    basket_is_empty: "Uw mandje is leeg" | "Votre panier est vide" | "Your basket is empty";
    basket_is_empty_tip: "Kies uit uw bestellijst, of neem uw gewone bestelling over." | "Choisissez dans votre liste, ou reprenez votre commande habituelle." | "Choose from your order list, or take your usual order.";
    to_own_list: "Naar de bestellijst" | "Vers la liste de commande" | "To the order list";
    the_articles: "Artikelen" | "Articles" | "Articles";
    when_to_deliver: "Wanneer leveren we?" | "Quand livrons-nous ?" | "When shall we deliver?";
    order_until(moment: &str): "bestellen tot {moment}" | "heure limite : {moment}" | "order until {moment}";
    other_day: "Andere dag" | "Autre jour" | "Another day";
    other_day_date: "Andere dag, datum" | "Autre jour, date" | "Another day, date";
    delivery_day: "Leverdag" | "Jour de livraison" | "Delivery day";
    for_us_and_you: "Voor ons en voor u" | "Pour nous et pour vous" | "For us and for you";
    your_reference: "Uw referentie" | "Votre référence" | "Your reference";
    your_reference_tip: "Komt op de leveringsbon en de factuur" | "Figure sur le bon de livraison et la facture" | "Goes on the delivery note and the invoice";
    note_to_desk: "Bericht aan de binnendienst" | "Message au service commandes" | "Note to the order desk";
    note_to_desk_tip: "Een mens leest dit voor de bestelling aanvaard is" | "Une personne le lit avant d’accepter la commande" | "A person reads this before the order is accepted";
    together: "Overzicht" | "Récapitulatif" | "Summary";
    vat(rate: &str): "btw {rate}\u{a0}%" | "TVA {rate}\u{a0}%" | "VAT {rate}%";
    total: "Totaal" | "Total" | "Total";
    send_order: "Bestelling versturen" | "Envoyer la commande" | "Send the order";
    send: "Versturen" | "Envoyer" | "Send";
    ask_approval: "Goedkeuring vragen" | "Demander l’approbation" | "Ask for approval";
    ask: "Vragen" | "Demander" | "Ask";
    other_site: "In een ander venster bent u intussen voor een andere vestiging gaan bestellen. Hier is niets van bewaard." | "Dans une autre fenêtre, vous êtes passé entre-temps à un autre site. Rien de cette page n’a été enregistré." | "In another window you went on to order for another site. Nothing of this page was saved.";
    left_the_basket(names: &str): "Niet meer te bestellen, en dus niet in deze bestelling: {names}." | "N’est plus disponible, et ne fait donc pas partie de cette commande : {names}." | "Can no longer be ordered, and so is not in this order: {names}.";
    quick_order: "Snel bestellen" | "Commande rapide" | "Quick order";
    rows: "Rijen" | "Lignes" | "Rows";
    row_number(number: usize): "Rij {number}" | "Ligne {number}" | "Row {number}";
    too_many_rows(most: usize): "hoogstens {most} rijen in een keer" | "{most} lignes au maximum à la fois" | "at most {most} rows at a time";
    have_rows: "Hebt u een lijstje met codes?" | "Vous avez une liste de codes ?" | "Do you have a list of codes?";
    go_on_ordering: "Verder bestellen" | "Continuer la commande" | "Go on ordering";
    below_minimum(minimum: &str, left: &str): "Uw minimumbestelling is {minimum}: er ontbreekt nog {left}." | "Votre minimum de commande est de {minimum} : il manque encore {left}." | "Your minimum order is {minimum}: {left} is missing.";
    below_minimum_flexible(minimum: &str, left: &str): "Nog {left} tot uw minimum van {minimum}. U kunt toch versturen: de binnendienst bekijkt het." | "Encore {left} jusqu’à votre minimum de {minimum}. Vous pouvez envoyer quand même : le service commandes décidera." | "{left} to go to your minimum of {minimum}. You can send it all the same: the order desk will look at it.";

    // orders
    no_orders: "Nog geen bestellingen" | "Pas encore de commandes" | "No orders yet";
    no_orders_tip: "Wat u bestelt, vindt u hier terug, met de stand en de leverdag." | "Vous retrouverez ici vos commandes, leur état et leur jour de livraison." | "What you order is found here, with its status and delivery day.";
    older_orders: "Oudere bestellingen" | "Commandes plus anciennes" | "Older orders";
    newest_first: "Bestellingen, nieuwste eerst" | "Commandes, la plus récente d’abord" | "Orders, newest first";
    delivery: "Levering" | "Livraison" | "Delivery";
    sent: "Verstuurd" | "Envoyée" | "Sent";
    by: "Door" | "Par" | "By";
    lines: "Lijnen" | "Lignes" | "Lines";
    net: "Netto" | "Net" | "Net";
    on_your_behalf(name: &str): "{name}, namens u" | "{name}, pour vous" | "{name}, on your behalf";
    for_customer(name: &str): "{name}, namens de klant" | "{name}, pour le client" | "{name}, for the customer";
    order_number(number: &str): "Bestelling {number}" | "Commande {number}" | "Order {number}";
    reference: "referentie" | "référence" | "reference";
    order_again: "Opnieuw bestellen" | "Commander à nouveau" | "Order again";
    who_when_what: "Wie, wanneer, wat" | "Qui, quand, quoi" | "Who, when, what";
    order_sent: "Uw bestelling is verstuurd" | "Votre commande est envoyée" | "Your order has been sent";
    order_asked: "Uw aanvraag is verstuurd" | "Votre demande est envoyée" | "Your request has been sent";
    desk_looks: "De binnendienst bekijkt ze; u ziet het hier meteen" | "Le service commandes l’examine ; vous le verrez ici aussitôt" | "Our order desk is checking it; you will see it here at once";
    approver_looks: "Een collega moet ze nog goedkeuren" | "Un collègue doit encore l’approuver" | "A colleague has to approve it first";
    what_now: "Wat nu" | "Et maintenant" | "What now";
    cancel_until(moment: &str): "Annuleren kan tot {moment}" | "Annulation possible, heure limite : {moment}" | "You can cancel until {moment}";
    undo: "Terug naar mandje" | "Remettre au panier" | "Back to basket";
    undone: "De bestelling is geannuleerd; alles ligt weer in uw mandje." | "La commande est annulée ; tout est de retour dans votre panier." | "The order is cancelled; everything is back in your basket.";
    order_more: "Nog iets bestellen" | "Commander autre chose" | "Order something else";
    approve: "Goedkeuren" | "Approuver" | "Approve";
    decline: "Weigeren" | "Refuser" | "Decline";
    yes_decline: "Ja, weiger deze bestelling" | "Oui, refuser cette commande" | "Yes, decline this order";
    cancel: "Annuleren" | "Annuler" | "Cancel";
    yes_cancel: "Ja, annuleer deze bestelling" | "Oui, annuler cette commande" | "Yes, cancel this order";
    why: "Waarom?" | "Pourquoi ?" | "Why?";
    may_be_empty: "mag leeg blijven" | "facultatif" | "may stay empty";
    state_of_order: "Stand van de bestelling" | "État de la commande" | "Status of the order";
    instead_of(name: &str, now: &str, before: &str): "{name}: {now} in plaats van {before}" | "{name} : {now} au lieu de {before}" | "{name}: {now} instead of {before}";
    article: "Artikel" | "Article" | "Article";
    ordered: "Besteld" | "Commandé" | "Ordered";
    confirmed: "Bevestigd" | "Confirmé" | "Confirmed";
    each: "à" | "à" | "at";
    price: "Prijs" | "Prix" | "Price";
    amount: "Bedrag" | "Montant" | "Amount";
    chosen_into_basket: "Gekozen lijnen in het mandje" | "Lignes choisies au panier" | "Chosen lines into the basket";
    price_now(now: &str, before: &str): "prijs nu {now}, was {before}" | "prix maintenant {now}, avant {before}" | "price now {now}, was {before}";
    other_pack: "andere verpakking dan toen" | "autre conditionnement qu’alors" | "sold in another pack now";
    other_quantity(now: &str, before: &str): "nu {now} in plaats van {before}: andere bestelhoeveelheid" | "maintenant {now} au lieu de {before} : autre quantité de commande" | "now {now} instead of {before}: other order quantity";
    gone: "niet meer te krijgen" | "n’est plus disponible" | "no longer available";
    ordered_by: "Besteld door" | "Commandé par" | "Ordered by";
    by_for(name: &str, customer: &str): "{name}, namens {customer}," | "{name}, pour {customer}," | "{name}, for {customer},";
    did_request: "vroeg goedkeuring" | "a demandé l’approbation" | "asked for approval";
    did_submit: "heeft de bestelling verstuurd" | "a envoyé la commande" | "sent the order";
    did_approve: "heeft de bestelling goedgekeurd" | "a approuvé la commande" | "approved the order";
    did_accept: "heeft de bestelling aanvaard" | "a accepté la commande" | "accepted the order";
    did_adjust(sku: &str, before: &str, after: &str, cause: &str): "zette {sku} van {before} op {after}: {cause}" | "a mis {sku} de {before} à {after} : {cause}" | "changed {sku} from {before} to {after}: {cause}";
    did_decline(reason: &str): "heeft de bestelling geweigerd: {reason}" | "a refusé la commande : {reason}" | "declined the order: {reason}";
    did_cancel: "heeft de bestelling geannuleerd" | "a annulé la commande" | "cancelled the order";
    did_cancel_because(reason: &str): "heeft de bestelling geannuleerd: {reason}" | "a annulé la commande : {reason}" | "cancelled the order: {reason}";
    did_import(file: &str): "heeft de bestelling ingelezen uit {file}" | "a importé la commande depuis {file}" | "imported the order from {file}";

    // signing in
    session_ended: "U was te lang weg en bent afgemeld. Wat u verstuurde, wacht hier: meld u aan om verder te gaan." | "Vous êtes resté absent trop longtemps et avez été déconnecté. Ce que vous avez envoyé attend ici : connectez-vous pour continuer." | "You were away too long and have been signed out. What you sent is waiting here: sign in to go on.";
    still_to_send: "U bent weer aangemeld" | "Vous êtes de nouveau connecté" | "You are signed in again";
    still_to_send_tip: "Wat u daarnet invulde, is nog niet verstuurd." | "Ce que vous aviez rempli n’est pas encore envoyé." | "What you filled in just now has not been sent yet.";
    send_it_now: "Nu versturen" | "Envoyer maintenant" | "Send it now";
    leave_it: "Niet versturen" | "Ne pas envoyer" | "Do not send it";
    sign_in: "Aanmelden" | "Se connecter" | "Sign in";
    sign_out: "Afmelden" | "Se déconnecter" | "Sign out";
    password: "Wachtwoord" | "Mot de passe" | "Password";
    password_tip: "Minstens 15 tekens. Drie of vier gewone woorden na elkaar is goed" | "Au moins 15 caractères. Trois ou quatre mots ordinaires, c’est bien" | "At least 15 characters. Three or four plain words are fine";
    no_password: "Geen wachtwoord, of vergeten? Vraag uw beheerder of onze binnendienst een uitnodiging." | "Pas de mot de passe, ou oublié ? Demandez une invitation à votre gestionnaire ou à notre service commandes." | "No password, or forgotten? Ask your administrator or our order desk for an invitation.";
    welcome: "Welkom" | "Bienvenue" | "Welcome";
    welcome_tip: "Kies een wachtwoord, dan kunt u beginnen." | "Choisissez un mot de passe, et c’est parti." | "Choose a password and you can begin.";
    open_account: "Account openen" | "Ouvrir le compte" | "Open the account";
    link_expired_title: "Deze link werkt niet meer" | "Ce lien ne fonctionne plus" | "This link no longer works";
    set_up: "Eerste beheerder" | "Premier administrateur" | "First administrator";
    set_up_tip: "Er is nog niemand. Wie dit invult, beheert het portaal en nodigt de anderen uit." | "Il n’y a encore personne. Qui remplit ceci gère le portail et invite les autres." | "Nobody is here yet. Whoever fills this in runs the portal and invites the others.";
    distributor_name: "Naam van uw zaak" | "Nom de votre entreprise" | "Name of your business";
    your_name: "Uw naam" | "Votre nom" | "Your name";
    begin: "Beginnen" | "Commencer" | "Begin";

    // the account
    your_sites: "Vestiging" | "Site" | "Site";
    your_sites_tip: "Voor welke vestiging u nu bestelt." | "Pour quel site vous commandez." | "The site you are ordering for.";
    order_here: "Hier bestellen" | "Commander ici" | "Order here";
    devices: "Toestellen" | "Appareils" | "Devices";
    device: "Toestel" | "Appareil" | "Device";
    a_device: "Een toestel" | "Un appareil" | "A device";
    signed_in_on: "Waar u aangemeld bent." | "Où vous êtes connecté." | "Where you are signed in.";
    last_used: "Laatst gebruikt" | "Dernière utilisation" | "Last used";
    this_device: "Dit toestel" | "Cet appareil" | "This device";
    end_session: "Afmelden" | "Déconnecter" | "Sign out";
    colleagues: "Collega’s" | "Collègues" | "Colleagues";
    colleagues_tip: "U kiest wie bestelt en wie de prijzen ziet." | "Vous choisissez qui commande et qui voit les prix." | "You choose who orders and who sees prices.";
    people: "Mensen" | "Personnes" | "People";
    people_tip: "Wie mag bestellen, en wie de prijzen ziet." | "Qui peut commander, et qui voit les prix." | "Who may order, and who sees prices.";
    add_person: "Iemand uitnodigen" | "Inviter quelqu’un" | "Invite somebody";
    may_do: "Rol" | "Rôle" | "Role";
    every_site: "alle vestigingen" | "tous les sites" | "every site";
    site: "Vestiging" | "Site" | "Site";
    invite: "Uitnodigen" | "Inviter" | "Invite";
    invited: "Uitgenodigd" | "Invité" | "Invited";
    invitation_made: "De uitnodiging is klaar" | "L’invitation est prête" | "The invitation is ready";
    invitation_made_tip: "Geef deze link door. Hij werkt één keer, een week lang, en wordt niet meer getoond." | "Transmettez ce lien. Il fonctionne une fois, pendant une semaine, et ne sera plus affiché." | "Hand over this link. It works once, for a week, and is not shown again.";
    link: "Link" | "Lien" | "Link";

    // the desk
    to_review: "Te bekijken" | "À examiner" | "To review";
    accepted: "Aanvaard" | "Acceptées" | "Accepted";
    all_reviewed: "Alles is bekeken" | "Tout est examiné" | "All reviewed";
    all_reviewed_tip: "Nieuwe bestellingen verschijnen hier vanzelf." | "Les nouvelles commandes apparaissent ici d’elles-mêmes." | "New orders appear here by themselves.";
    order_done(number: &str): "{number} is aanvaard" | "{number} est acceptée" | "{number} has been accepted";
    live_at(moment: &str): "Live, bijgewerkt {moment}" | "En direct, mis à jour {moment}" | "Live, updated {moment}";
    queue_caption: "Bestellingen, eerst wat een blik vraagt" | "Commandes, d’abord celles à examiner" | "Orders, those that need a look first";
    left: "Nog" | "Reste" | "Left";
    passed: "voorbij" | "passé" | "passed";
    customer: "Klant" | "Client" | "Customer";
    attention: "Let op" | "Attention" | "Attention";
    down_up: "omlaag, omhoog" | "bas, haut" | "down, up";
    open: "openen" | "ouvrir" | "open";
    blocked: "Geblokkeerd" | "Bloqué" | "Blocked";
    over_credit: "Boven kredietlimiet" | "Limite de crédit dépassée" | "Over credit limit";
    under_minimum: "Onder minimum" | "Sous le minimum" | "Below minimum";
    unusual_quantity: "Ongewone hoeveelheid" | "Quantité inhabituelle" | "Unusual quantity";
    note: "Bericht" | "Message" | "Note";
    blocked_tip: "Deze klant is geblokkeerd. Vraag de boekhouding voor u aanvaardt." | "Ce client est bloqué. Consultez la comptabilité avant d’accepter." | "This customer is blocked. Ask accounting before you accept.";
    over_credit_tip(by: &str): "Met deze bestelling {by} boven de limiet. Vraag een betaling, of laat ze goedkeuren." | "Avec cette commande, {by} au-dessus de la limite. Demandez un paiement, ou faites-la approuver." | "{by} over the limit with this order. Ask for a payment, or have it approved.";
    under_minimum_tip(minimum: &str): "Het minimum is {minimum}. Bel om aan te vullen, of lever toch." | "Le minimum est de {minimum}. Appelez pour compléter, ou livrez quand même." | "The minimum is {minimum}. Call to fill it up, or deliver all the same.";
    unusual_tip(name: &str, ordered: &str, usual: &str): "{name}: {ordered}, gewoonlijk {usual}. Bel even, of pas de lijn aan." | "{name} : {ordered}, d’habitude {usual}. Appelez, ou adaptez la ligne." | "{name}: {ordered}, usually {usual}. Call, or adjust the line.";
    nothing_special: "Niets bijzonders: deze bestelling lijkt op de vorige." | "Rien de particulier : cette commande ressemble aux précédentes." | "Nothing special: this order is like the ones before.";
    still_left(time: &str): "nog {time}" | "encore {time}" | "{time} left";
    next_order: "Volgende" | "Suivante" | "Next";
    last_time: "Laatst" | "Dernière fois" | "Last time";
    adjust: "Pas aan" | "Adapter" | "Adjust";
    adjust_one(name: &str): "Pas {name} aan" | "Adapter {name}" | "Adjust {name}";
    cause: "Oorzaak" | "Cause" | "Cause";
    accept: "Aanvaarden" | "Accepter" | "Accept";
    reason_for_customer: "Reden, de klant leest dit" | "Motif, lu par le client" | "Reason, the customer reads this";
    payment: "Betaling" | "Paiement" | "Payment";
    outstanding: "Openstaand" | "Encours" | "Outstanding";
    after_this_order: "Na deze bestelling" | "Après cette commande" | "After this order";
    credit_limit: "Kredietlimiet" | "Limite de crédit" | "Credit limit";
    order_minimum: "Minimumbestelling" | "Minimum de commande" | "Order minimum";
    last_orders: "Laatste bestellingen" | "Dernières commandes" | "Last orders";

    // customers
    search_customers: "Zoek op naam of nummer" | "Chercher par nom ou numéro" | "Search by name or number";
    add_customer: "Klant toevoegen" | "Ajouter un client" | "Add a customer";
    vat_number: "Btw-nummer" | "Numéro de TVA" | "VAT number";
    assortment: "Assortiment" | "Assortiment" | "Assortment";
    order_for: "Bestellen namens" | "Commander pour" | "Order for";
    terms: "Voorwaarden" | "Conditions" | "Terms";
    terms_tip: "Gelden voor alle vestigingen van deze klant." | "Valables pour tous les sites de ce client." | "Hold for every site of this customer.";
    payment_days: "Betaaltermijn (dagen)" | "Délai de paiement (jours)" | "Payment term (days)";
    minimum_is_strict: "Onder het minimum wordt niet aanvaard" | "Rien n’est accepté sous le minimum" | "Nothing is accepted below the minimum";
    is_blocked: "Geblokkeerd: de klant kan bestellen, de binnendienst beslist" | "Bloqué : le client peut commander, le service commandes décide" | "Blocked: the customer can order, the desk decides";
    sites: "Vestigingen" | "Sites" | "Sites";
    sites_tip: "Waar we leveren, en wanneer." | "Où nous livrons, et quand." | "Where we deliver, and when.";
    add_site: "Vestiging toevoegen" | "Ajouter un site" | "Add a site";
    site_code: "Code" | "Code" | "Code";
    street: "Straat en nummer" | "Rue et numéro" | "Street and number";
    postcode: "Postcode" | "Code postal" | "Postcode";
    city: "Gemeente" | "Commune" | "City";
    delivery_days: "Leverdagen" | "Jours de livraison" | "Delivery days";

    // assortments and products
    assortment_tip(count: usize): "Artikelen: {count}. Wat hier staat, ziet en bestelt de klant." | "Articles : {count}. C’est ce que le client voit et commande." | "Articles: {count}. This is what the customer sees and orders.";
    add_article: "Artikel toevoegen" | "Ajouter un article" | "Add an article";
    search_products: "Zoek op naam of nummer" | "Chercher par nom ou numéro" | "Search by name or number";
    already_there: "Staat al in de lijst" | "Déjà dans la liste" | "Already in the list";
    own_name: "Eigen naam" | "Désignation du client" | "Own name";
    own_code: "Eigen code" | "Référence client" | "Own code";
    agreed_price: "Afgesproken prijs" | "Prix convenu" | "Agreed price";
    favourite: "Favoriet" | "Favori" | "Favourite";
    list_price_is(price: &str): "lijstprijs {price}" | "tarif {price}" | "list price {price}";
    add_product: "Product toevoegen" | "Ajouter un produit" | "Add a product";
    product: "Product" | "Produit" | "Product";
    category: "Rubriek" | "Rubrique" | "Category";
    unit: "Verkoopeenheid" | "Unité de vente" | "Sales unit";
    base_unit: "Basiseenheid" | "Unité de base" | "Base unit";
    factor: "Inhoud in basiseenheden" | "Contenu en unités de base" | "Content in base units";
    minimum: "Minimum" | "Minimum" | "Minimum";
    multiple: "Veelvoud" | "Multiple" | "Multiple";
    list_price: "Lijstprijs" | "Tarif" | "List price";
    vat_percent: "Btw (%)" | "TVA (%)" | "VAT (%)";
    sku: "Artikelnummer" | "Référence" | "Article number";
    names_tip: "Een taal die leeg blijft, toont de Nederlandse naam." | "Une langue laissée vide montre le nom néerlandais." | "A language left empty shows the Dutch name.";
    selling: "Verkoop" | "Vente" | "Selling";
    selling_tip: "Hoe het besteld en gefactureerd wordt." | "Comment on le commande et le facture." | "How it is ordered and invoiced.";
    priced_by_base: "De prijs geldt per basiseenheid" | "Le prix vaut par unité de base" | "The price is per base unit";
    allergens: "Allergenen" | "Allergènes" | "Allergens";
    is_discontinued: "Uit assortiment" | "Arrêté" | "Discontinued";
    no_longer_ordered: "Niet meer te bestellen" | "Ne peut plus être commandé" | "Can no longer be ordered";
    staff_tip: "Wie hier werkt, en wat hij mag." | "Qui travaille ici, et ce qu’il peut faire." | "Who works here, and what they may do.";

    // what is refused
    please_check: "Kijk dit even na" | "Vérifiez ceci" | "Please check this";
    required: "dit is nodig" | "ceci est requis" | "this is needed";
    too_long(most: u32): "hoogstens {most} tekens" | "{most} caractères au maximum" | "at most {most} characters";
    control_character: "er staat een teken in dat we niet kunnen bewaren; typ het opnieuw" | "contient un caractère que nous ne pouvons pas garder ; retapez-le" | "it has a character we cannot keep; type it again";
    not_a_number(typed: &str): "“{typed}” is geen getal" | "« {typed} » n’est pas un nombre" | "“{typed}” is not a number";
    ambiguous(typed: &str, one: &str, other: &str): "“{typed}” kan twee dingen zijn: typ {one} of {other}" | "« {typed} » peut signifier deux choses : tapez {one} ou {other}" | "“{typed}” may mean two things: type {one} or {other}";
    negative: "minder dan nul kan niet" | "pas moins de zéro" | "not less than zero";
    too_many(most: &str): "hoogstens {most}" | "{most} au maximum" | "at most {most}";
    not_a_date(typed: &str): "“{typed}” is geen datum" | "« {typed} » n’est pas une date" | "“{typed}” is not a date";
    past(date: &str): "{date} is voorbij: wat gold, blijft staan. Kies vandaag of later." | "Le {date} est passé : ce qui était en vigueur ne change plus. Choisissez aujourd’hui ou plus tard." | "{date} has passed: what held then stays. Choose today or later.";
    prices_on: "Prijzen die gelden op" | "Prix valables le" | "Prices that hold on";
    prices_from_then_on(date: &str): "Prijzen die u hier wijzigt, gelden vanaf {date}; al het andere meteen." | "Les prix modifiés ici valent à partir du {date} ; le reste aussitôt." | "Prices you change here hold from {date} on; everything else at once.";
    prices_of_then(date: &str): "Zo waren de prijzen op {date}; wat voorbij is, verandert niet meer." | "Les prix du {date} ; le passé ne change plus." | "The prices of {date}; what has passed changes no more.";
    see_which: "Bekijk welke" | "Voir lesquels" | "See which";
    price_changes: "Prijswijzigingen" | "Changements de prix" | "Price changes";
    price_changes_from(date: &str): "Prijzen vanaf {date}" | "Prix à partir du {date}" | "Prices from {date}";
    no_price_changes: "Er zijn geen prijswijzigingen aangekondigd." | "Aucun changement de prix n’est annoncé." | "No price changes have been announced.";
    price_before: "Nu" | "Maintenant" | "Now";
    price_then: "Dan" | "Ensuite" | "Then";
    difference: "Verschil" | "Différence" | "Difference";
    a_month: "Per maand" | "Par mois" | "Per month";
    a_month_tip: "De bedragen per maand zijn geschat uit wat u gewoonlijk neemt en hoe vaak, zonder btw." | "Les montants par mois sont estimés d’après ce que vous prenez d’habitude et à quelle fréquence, HTVA." | "The amounts per month are estimated from what you usually take and how often, without VAT.";
    about_more(amount: &str): ", ongeveer {amount} per maand meer" | ", environ {amount} de plus par mois" | ", about {amount} a month more";
    about_less(amount: &str): ", ongeveer {amount} per maand minder" | ", environ {amount} de moins par mois" | ", about {amount} a month less";
    not_an_email: "dit is geen e-mailadres" | "ce n’est pas une adresse e-mail" | "this is not an e-mail address";
    not_a_vat_number: "dit btw-nummer klopt niet: het controlegetal is fout" | "ce numéro de TVA n’est pas correct : chiffre de contrôle faux" | "this VAT number is not right: its check digits are wrong";
    not_a_gtin: "dit is geen geldige barcode (GTIN)" | "ce n’est pas un code-barres valable (GTIN)" | "this is not a valid barcode (GTIN)";
    unknown_unit(typed: &str): "“{typed}” is geen eenheid die we kennen" | "« {typed} » n’est pas une unité connue" | "“{typed}” is not a unit we know";
    unknown_choice(typed: &str): "“{typed}” kennen we niet" | "« {typed} » n’est pas connu" | "“{typed}” is not known";
    taken: "dit is al in gebruik" | "ceci est déjà utilisé" | "this is already in use";
    password_too_short(least: u32): "minstens {least} tekens" | "au moins {least} caractères" | "at least {least} characters";
    password_guessable: "dit is te gemakkelijk te raden; neem een paar losse woorden" | "trop facile à deviner ; prenez quelques mots sans lien" | "this is too easy to guess; take a few unrelated words";
    at_least(least: &str): "minstens {least}" | "au moins {least}" | "at least {least}";
    between(below: &str, above: &str): "kies {below} of {above}" | "choisissez {below} ou {above}" | "choose {below} or {above}";
    not_in_assortment: "staat niet (meer) in uw assortiment" | "n’est pas (ou plus) dans votre assortiment" | "is not (or no longer) in your assortment";
    empty_basket: "Er ligt niets in het mandje." | "Le panier est vide." | "There is nothing in the basket.";
    not_on_route(date: &str): "Op {date} komt de vrachtwagen niet bij u." | "Le camion ne passe pas chez vous le {date}." | "The lorry does not come to you on {date}.";
    closed(date: &str, name: &str): "Op {date} zijn we dicht ({name})." | "Nous sommes fermés le {date} ({name})." | "We are closed on {date} ({name}).";
    cut_off_passed_for(date: &str): "Voor {date} is het te laat." | "Il est trop tard pour le {date}." | "It is too late for {date}.";
    too_far_ahead(date: &str): "Voor {date} is het nog te vroeg: bestel hoogstens zestig dagen vooruit." | "Le {date} est trop loin : commandez au maximum soixante jours à l’avance." | "{date} is too far away: order at most sixty days ahead.";
    next_delivery_is(date: &str): "De eerstvolgende levering is {date}." | "La prochaine livraison est le {date}." | "The next delivery is {date}.";
    basket_changed_by(name: &str): "{name} heeft het mandje ondertussen gewijzigd. Kijk het even na en verstuur opnieuw." | "{name} a modifié le panier entre-temps. Vérifiez et envoyez à nouveau." | "{name} changed the basket meanwhile. Look it over and send again.";
    basket_changed: "Het mandje is ondertussen gewijzigd. Kijk het even na en verstuur opnieuw." | "Le panier a été modifié entre-temps. Vérifiez et envoyez à nouveau." | "The basket was changed meanwhile. Look it over and send again.";
    already_ordered(number: &str): "Dit is al besteld als {number}. Bekijk die bestelling." | "Ceci est déjà commandé sous {number}. Voir cette commande." | "This has already been ordered as {number}. See that order.";
    wrong_state(state: &str): "Dat kan niet meer. Stand van de bestelling: {state}." | "Ce n’est plus possible. État de la commande : {state}." | "That is no longer possible. Status of the order: {state}.";
    may_not_order: "U mag niet bestellen. Vraag het aan uw beheerder." | "Vous ne pouvez pas commander. Demandez à votre gestionnaire." | "You may not order. Ask your administrator.";
    may_not_approve: "U mag geen bestellingen goedkeuren." | "Vous ne pouvez pas approuver de commandes." | "You may not approve orders.";
    may_not: "Dat mag u niet. Vraag het aan uw beheerder." | "Vous n’y êtes pas autorisé. Demandez à votre gestionnaire." | "You are not allowed to do that. Ask your administrator.";
    cut_off_passed: "De uiterste besteltijd is voorbij. Bel ons." | "L’heure limite est passée. Appelez-nous." | "The cut-off has passed. Call us.";
    stale: "Iemand anders heeft dit ondertussen gewijzigd. Wat u typte, staat er nog; kijk na wat er nu bewaard is." | "Quelqu’un d’autre l’a modifié entre-temps. Ce que vous avez tapé est encore là ; vérifiez ce qui est enregistré maintenant." | "Somebody else changed this meanwhile. What you typed is still here; look over what is stored now.";
    stored_now(now: &str): "Intussen bewaard: {now}" | "Enregistré entre-temps : {now}" | "Stored meanwhile: {now}";
    nothing: "niets" | "rien" | "nothing";
    ticked: "aangevinkt" | "coché" | "ticked";
    not_ticked: "niet aangevinkt" | "non coché" | "not ticked";
    wrong_credentials: "E-mail en wachtwoord horen niet bij elkaar. Probeer opnieuw." | "L’e-mail et le mot de passe ne correspondent pas. Réessayez." | "E-mail and password do not belong together. Try again.";
    too_many_attempts(seconds: u32): "Te veel pogingen. Probeer opnieuw over {seconds} s." | "Trop d’essais. Réessayez dans {seconds} s." | "Too many attempts. Try again in {seconds} s.";
    link_expired: "De link is al gebruikt of verlopen. Vraag een nieuwe." | "Le lien a déjà servi ou a expiré. Demandez-en un nouveau." | "The link was used already or has expired. Ask for a new one.";

    // faults
    not_found: "Deze pagina is er niet" | "Cette page n’existe pas" | "This page does not exist";
    not_found_tip: "Misschien is ze verplaatst, of hoort ze bij een andere klant." | "Elle a peut-être été déplacée, ou appartient à un autre client." | "Perhaps it was moved, or it belongs to another customer.";
    not_allowed: "Dat mag niet" | "Non autorisé" | "Not allowed";
    bad_request: "Dit konden we niet lezen" | "Nous n’avons pas pu lire ceci" | "We could not read this";
    bad_request_tip: "Ga terug, laad de pagina opnieuw en probeer nog eens." | "Revenez en arrière, rechargez la page et réessayez." | "Go back, load the page again and try once more.";
    too_large: "Wat u stuurde, is te groot." | "Ce que vous avez envoyé est trop volumineux." | "What you sent is too large.";
    our_fault: "Er ging iets mis bij ons" | "Une erreur s’est produite chez nous" | "Something went wrong on our side";
    our_fault_tip(number: &str): "Uw mandje is bewaard. Probeer het nog eens; lukt het niet, bel ons en geef dit nummer door: {number}." | "Votre panier est conservé. Réessayez ; sinon, appelez-nous et donnez ce numéro : {number}." | "Your basket is safe. Try again; if it fails, call us and give this number: {number}.";
    unavailable: "We zijn er zo weer" | "Nous revenons tout de suite" | "We will be right back";
    unavailable_tip: "De databank antwoordt even niet. Uw mandje is bewaard; probeer het over een paar seconden opnieuw." | "La base de données ne répond pas pour le moment. Votre panier est conservé ; réessayez dans quelques secondes." | "The database does not answer just now. Your basket is safe; try again in a few seconds.";
}

/// One or many, in the three languages; French says the singular for none too.
fn count(lang: Lang, n: usize, nl: [&str; 2], fr: [&str; 2], en: [&str; 2]) -> String {
    let [one, many] = match lang {
        Lang::Nl => nl,
        Lang::Fr => fr,
        Lang::En => en,
    };
    let single = n == 1 || n == 0 && lang == Lang::Fr;
    format!("{n} {}", if single { one } else { many })
}

/// How often something is taken, after what else is said of it.
pub fn every_so_many_days(lang: Lang, days: i64) -> String {
    match (lang, days) {
        (Lang::Nl, 1) => " · elke dag".to_owned(),
        (Lang::Nl, _) => format!(" · om de {days} dagen"),
        (Lang::Fr, 1) => " · tous les jours".to_owned(),
        (Lang::Fr, _) => format!(" · tous les {days} jours"),
        (Lang::En, 1) => " · every day".to_owned(),
        (Lang::En, _) => format!(" · every {days} days"),
    }
}

/// How many of the own articles get another price, and when.
pub fn prices_change(lang: Lang, n: usize, of: usize, date: &str) -> String {
    match (lang, n) {
        (Lang::Nl, 1) => format!("Vanaf {date} verandert 1 van uw {of} artikelen van prijs"),
        (Lang::Nl, _) => format!("Vanaf {date} veranderen {n} van uw {of} artikelen van prijs"),
        (Lang::Fr, 1) => format!("À partir du {date}, 1 de vos {of} articles change de prix"),
        (Lang::Fr, _) => format!("À partir du {date}, {n} de vos {of} articles changent de prix"),
        (Lang::En, 1) => format!("From {date} 1 of your {of} articles changes in price"),
        (Lang::En, _) => format!("From {date} {n} of your {of} articles change in price"),
    }
}

pub fn days_after_invoice(lang: Lang, days: i64) -> String {
    count(
        lang,
        usize::try_from(days).unwrap_or_default(),
        ["dag na factuur", "dagen na factuur"],
        ["jour après facture", "jours après facture"],
        ["day after invoice", "days after invoice"],
    )
}

pub fn articles(lang: Lang, n: usize) -> String {
    count(lang, n, ["artikel", "artikelen"], ["article", "articles"], ["article", "articles"])
}

pub fn articles_net(lang: Lang, n: usize) -> String {
    let articles = articles(lang, n);
    match lang {
        Lang::Nl => format!("{articles}, excl. btw"),
        Lang::Fr => format!("{articles}, HTVA"),
        Lang::En => format!("{articles}, excl. VAT"),
    }
}

pub fn articles_gross(lang: Lang, n: usize) -> String {
    let articles = articles(lang, n);
    match lang {
        Lang::Nl => format!("{articles}, incl. btw"),
        Lang::Fr => format!("{articles}, TVAC"),
        Lang::En => format!("{articles}, incl. VAT"),
    }
}

pub fn so_many_lines(lang: Lang, n: usize) -> String {
    count(lang, n, ["lijn", "lijnen"], ["ligne", "lignes"], ["line", "lines"])
}

pub fn lines_differ(lang: Lang, n: usize) -> String {
    count(
        lang,
        n,
        ["lijn is anders dan besteld", "lijnen zijn anders dan besteld"],
        ["ligne diffère de la commande", "lignes diffèrent de la commande"],
        ["line differs from what was ordered", "lines differ from what was ordered"],
    )
}

pub fn lines_net(lang: Lang, n: usize, net: &str) -> String {
    let lines = so_many_lines(lang, n);
    match lang {
        Lang::Nl => format!("{lines}, {net} netto"),
        Lang::Fr => format!("{lines}, {net} net"),
        Lang::En => format!("{lines}, {net} net"),
    }
}

pub fn all_into_basket(lang: Lang, n: usize) -> String {
    match lang {
        Lang::Nl => format!("Alles in het mandje ({n})"),
        Lang::Fr => format!("Tout au panier ({n})"),
        Lang::En => format!("All into the basket ({n})"),
    }
}

pub fn need_a_look(lang: Lang, look: usize, not: usize) -> String {
    let orders = count(
        lang,
        look,
        ["bestelling vraagt een blik", "bestellingen vragen een blik"],
        ["commande à examiner", "commandes à examiner"],
        ["order needs a look", "orders need a look"],
    );
    match lang {
        Lang::Nl => format!("{orders}, {not} niet"),
        Lang::Fr => format!("{orders}, {not} non"),
        Lang::En => format!("{orders}, {not} do not"),
    }
}
