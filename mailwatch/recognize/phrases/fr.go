package phrases

// french holds the French phrases besides the outcomes. Elided words stand alone ("n'avons" is "n"
// and "avons"), accents do not matter.
const french = `
{pas} = pas|plus|aucune|aucun|jamais|ni
{cand} = candidature|candidatures|dossier|profil|cv|postulation
{poste} = poste|postes|emploi|offre|stage|alternance|position|mission|apprentissage|recrutement|opportunité|contrat|fonction|cdi|cdd|offre_d_emploi
{vous} = vous|votre|vos|te|toi|ta|ton
{entretien} = entretien|entretiens|entrevue|rendez_vous|rdv|visio|visioconférence|échange|échanger|appel|entretien_téléphonique|rencontre|rencontrer|discussion|point_téléphonique|call|interview|immersion
{vrai} = entretien|entretiens|entrevue|entrevues
{jour} = lundi|mardi|mercredi|jeudi|vendredi|samedi|demain|aujourd_hui
{mois} = janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre
{quand} = {jour}|{mois}|semaine_prochaine|la_semaine|fin_de_semaine|fin_du_mois|fin_de_mois|fin_de_la_semaine|cette_semaine|début|mi|fin|mois_prochain|rentrée|noël|pâques|semaine_du|fêtes|vacances
{nombre} = un|une|deux|trois|quatre|cinq|six|huit|dix|quinze|quelques|1|2|3|4|5|6|7|8|10|15|prochains|prochaines
{duree} = jour|jours|semaine|semaines|mois|jours_ouvrés|jours_ouvrables|heures|quinzaine
{tiers} = autre_candidat|autre_candidate|autres_candidats|autres_candidates|autres_candidatures|autre_candidature|autres_profils|autre_profil|autre_personne|d_autres|quelqu_un_d_autre|autre_option|un_candidat|une_candidate|des_candidats|des_profils|candidats_plus|profils_plus|candidats_dont|profils_dont|candidat_plus|autre
{autre} = autre|autres|d_autres|candidat|candidats|candidate|profil|profils|candidature|candidatures

if
	si|lorsque|dès_que|quand|sinon
	si il|votre|vous|la|le|nous|notre|une|un
	s il|ils|elle
	au_cas|en_cas|dans_le_cas|dans_l_hypothèse|sous_réserve
	sans .. réponse|retour|nouvelle|nouvelles .. de_notre_part|de_ma_part|sous|dans|d_ici|avant|passé|au_delà|après
	passé ce délai
	à_défaut|faute .. de .. réponse
	seuls|seules .. candidats|candidatures|profils
	en l absence de|d
	pourra|pourrait|pourriez|pourrions .. être|vous
	le cas échéant
	éventuellement|éventuel|éventuelle
void if
	si .. convient|possible|disponible|arrange|d_accord|toujours_intéressé|toujours_intéressée
	même si
	savoir|demander|confirmer|indiquer|dire si
	si .. vous .. avez .. question|questions
	si|quand vous souhaitez|voulez|avez
	pourriez vous
	pourrions nous
	vous pourriez
	comme|aussi si

not
	{pas}
	sans|malheureusement|regret|regrettons|impossible|ne_sommes|ne_pouvons
void not
	non seulement
	n hésitez|hésite pas
	ne .. manquerons|manquera pas
	pas|plus .. tard
	sans .. engagement|attendre
	malheureusement .. reporter|annuler|déplacer|décaler|reporté
	pourquoi pas

void rejection
	pas encore
	pas .. pris .. décision
	avant .. de? .. décision
	encore .. {autre} .. à|rencontrer|entretiens
	pas .. vous|cet .. {entretien} .. maintenu
	entretien|rendez_vous|rdv .. ne .. maintenu|avoir_lieu|honorer
	réponse .. négative .. ne .. pas
	pas .. suite .. avant
	considérer .. que|comme .. {cand}

void offer
	offre|offres d emploi|emplois|stage|alternance
	offres
	proposé|offert|attribué|confié .. {poste} .. à|au .. autre|autres
	offre|offres .. correspond*|similaires|qui|du_jour|spéciale|exclusive|promotionnelle|commerciale|publiée|en_ligne|déposée|numéro|de_service
	postulé|postuler|candidature|candidaté|répondu|suite .. à .. l|notre|cette|votre .. offre
	offre .. à|faite .. {autre}
	{autre} .. {accepte} .. offre
	nos|notre|ces|cette|des|les|d_autres|meilleures|nouvelles|dernières|leurs offres|offre
	vous .. proposer|proposons .. un|une|des|d .. {entretien}|créneau|créneaux|date|horaire|échanger|rencontrer|visio|autre
{accepte} = accepté|acceptée|signé|retenu

acknowledgement 4
	avons|ai|a|avoir|bien .. reçu|réceptionné|enregistré|pris_connaissance ... {cand}|postulation
	{cand} .. bien|été|est .. reçue|reçu|enregistrée|enregistré|envoyée|transmise|prise_en_compte|parvenue|envoyé|soumise|transmis|déposée|arrivée|vue|consultée
	accus* .. réception .. {cand}|candidater|postul*
	accusé de réception
	accusons|accuse|confirmons|confirme|confirmation .. réception|bonne_réception|l_envoi|de_votre|votre .. {cand}
	merci|remercions|remercie|remerciements .. pour|de|d .. {cand}
	merci|remercions|remercie .. avoir|d_avoir .. postulé|candidaté|envoyé|transmis|adressé|soumis|répondu|partagé
	merci|remercions|remercie .. de|pour|d|l ... intérêt ... {cand}|{poste}|entreprise|société|groupe|équipe
	vous avez|venez|viens|as .. postulé|candidaté|de_postuler|de_candidater
	réception .. de|votre .. {cand}
	{cand} .. chez|à|auprès .. envoyée|a_bien|transmise|succès
	étudier|examiner|étudierons|étudions|examinons|examinerons|analyser|étudiée|examinée|analysée|traiter|traitée|lire|étudie|parcourir .. avec .. attention|soin|intérêt
	va|allons|vont|sera|sont|est|être|équipe|équipes .. étudier|examiner|analyser|étudiée|examinée|analysée|étudié|examiné|traitée|étudient ... {cand}|attention
	{cand} ... a|est|été bien? été? reçue|reçu|enregistrée|enregistré|envoyée|transmise|prise_en_compte|parvenue|soumise|déposée

acknowledgement 2
	merci|remercions|remercie .. intérêt .. que|pour|porté|portez
	nous .. reviendrons|reviendrons_vers|recontacterons|contacterons|reprendrons ... vous|délais|contact
	revenir .. vers .. vous
	reviendrons|reviendra .. vers .. vous
	{cand} .. en .. cours .. d_étude|d_examen|de_traitement|d_analyse
	sans .. réponse|retour|nouvelle|nouvelles ... considérer|retenue|suite|défavorable|négative
	si .. {cand} .. retenu|retenue|correspond|intéresse|sélectionnée
	équipe recrutement|rh
	dans les|nos .. meilleurs|plus_brefs .. délais

robot 1
	ceci|cet|ce .. message|mail|email|e_mail|courriel .. automatique|automatiquement|généré
	message|mail|courriel|email .. envoyé|généré|est .. automatique|automatiquement
	ne .. pas .. répondre .. à .. ce|cet
	merci de ne pas répondre

own 1
	votre|ta candidature

job 2
	votre|ta {cand}
	{vrai}
	candidat|candidats|candidate|recruteur|recruteuse|recrutement|candidature|candidatures|postulé|postuler
job 1
	{poste}

timeline 3
	{dici} .. {quand} ... {revenir}|{decision}
	{dici} .. {nombre} .. {duree} ... {revenir}|{decision}
	{revenir} ... {dici} .. {quand}
	{revenir} ... {dici} .. {nombre} .. {duree}
	{decision} ... {dici} .. {quand}
	{decision} ... {dici} .. {nombre} .. {duree}
	{decision} .. repoussée|reportée|décalée|retardée
	{decision} ... {quand}
	reporté|repoussé|décalé|prolongé .. {quand}
	besoin .. de .. {nombre} .. {duree}
{dici} = d_ici|avant|dans|sous|courant|au_plus_tard|fin|début|milieu|à_la|en|au|à_partir|pour|jusqu|le|la|dès|après|mi
{revenir} = reviendrons|reviens|revenir|reviendrai|retour|réponse|tiendrons|tiendrai|informerons|recontacterons|contacterons|informé|nouvelles|répondrons|répondre|répondrai|aurez|saurez|saurons|contact|tenir_au_courant|préviendrons|préviendrai|recontacter|retours|appelle|appellerai
{decision} = décision|décider|trancher|trancherons|décidera|finaliser|conclure|statuer|décisions|choix|résultat|résultats|comité|délibération|arbitrage

holding 3
	toujours|encore|actuellement .. en .. cours|attente|étude|réflexion|discussion|processus|train
	{pas} .. encore .. {decision}|retour|pris|finalisé|terminé|reçu|arrêté|statué|réponse|tranché|nouvelles
	pas .. de .. nouvelles|retour|réponse|visibilité .. à|encore|pour
	patience|patienter|patientez
	prend|prendre|pris .. plus .. temps|retard
	retard .. dans|processus|réponse|recrutement
	attends|attendons|attente .. {revenir}|validation|feu_vert|confirmation|budget|décision
	tiens|tiendrons|tiendrai|tenons|tenir|tiendra .. vous|te|informé|informée .. informé|informée|courant|informés
	reviendrons|reviens|reviendrai|recontacterai|recontacterons .. vers? .. vous|toi .. dès|rapidement|prochainement|bientôt|vite
	dès .. que .. {revenir}|possible|j|nous|retour|aurons|plus|décision
	transmis|transmets|transmettons|transféré .. {vous}|demande|message|question .. équipe|manager|service|responsable|collègue|message|demande
	mise|mis|placée|placé en attente
	liste d attente
	pas .. oublié|oubliée|oublions
	{cand} .. en .. cours|étude|examen|traitement
	relancer|relance .. manager|équipe|client

question 3
	pourriez|pouvez|peux|pourrais|pourras .. vous|tu|nous|me ... {donner} ... {chose}
	merci|bien|prière .. de|vouloir .. nous|me|bien .. {donner} ... {chose}
	{donner} .. moi|nous .. votre|vos|ton|ta|une|un|le|la|les ... {chose}
	{besoin} ... {chose}
	quelles|quelle|quel|quels|quand .. sont|est|seriez|pourriez|serait ... {chose}|commencer|disponible|démarrer
	êtes|seriez|es|serais .. vous|tu .. toujours|mobile|prêt|prête|disposé|intéressé|intéressée|ouvert|d_accord
	avez|auriez|as|aurais|disposez .. vous|tu .. {chose}|permis|besoin
	il .. manque|nous_manque ... {chose}
	{chose} .. manquant|manquante|manquants|manquantes
	dossier|candidature .. incomplet|incomplète
	remplir|compléter|renseigner|finaliser .. le|votre|ce|un|formulaire .. formulaire|questionnaire|dossier|profil|test|candidature
	question|questions .. pour|à .. vous|poser
	précisions|précision|préciser .. sur|votre|vos
{donner} = envoyer|transmettre|fournir|communiquer|indiquer|préciser|confirmer|faire_parvenir|adresser|renvoyer|donner|partager|faire_savoir|dire|compléter|retourner|joindre|envoyez
{besoin} = besoin|aurions_besoin|manque|nécessaire|demandons|attendons
{chose} = références|référence|prétentions|salaire|salariales|rémunération|préavis|disponibilité|date_de_début|prise_de_poste|diplôme|diplômes|attestation|attestations|justificatif|justificatifs|pièce|pièces|carte|titre_de_séjour|permis|permis_de_travail|visa|bulletins|fiches_de_paie|portfolio|lettre_de_motivation|cv|documents|document|formulaire|rib|iban|relevé|relevés|informations|coordonnées|copie|adresse|numéro|casier|certificat

outreach 3
	votre|ton profil .. linkedin|attiré|interpellé|apec|indeed|hellowork|cadremploi
	tombé|tombée|découvert|repéré|consulté|trouvé .. {vous} .. profil
	cabinet .. recrutement
	consultant|consultante|chargé|chargée .. en|de recrutement
	si .. poste|offre|opportunité .. intéresse
	cv .. à jour
	mon|notre|nos|un_de_nos|l_un_de_nos client|clients .. recherche|recherchent|recrute|est
	pour .. le .. compte .. de|d .. client|notre|un
	écoute .. marché|opportunités|nouvelles|nouveaux
	nouvelle|belle|nouveau|opportunités opportunité|challenge|défi|professionnelles .. pourrait|intéresser|pour|vous
	pourrait .. vous .. intéresser|correspondre
	seriez|êtes|es|serais .. vous|tu|ouvert .. intéressé|ouvert|ouverte|à_l_écoute|en_recherche .. par|à|du|d
	chasseur|chasseuse de têtes
	je|nous recrute|recrutons|recherche|recherchons .. pour .. un|une|mon|notre|nos .. groupe|client|entreprise|acteur|société|pme|startup
	êtes|es|seriez vous|tu .. en_veille|en_recherche|ouvert|ouverte
	premier .. échange .. de minutes

alert 3
	alerte|alertes .. emploi|emplois|job|offres
	nouvelles|dernières|nouveaux|nouvelle .. offres|offre|emplois|jobs|annonces .. pour|d_emploi|correspond*|à|près|emploi
	offres|emplois|jobs|annonces .. qui|pour|susceptibles|recommandées|recommandés .. vous|correspond*|pourraient|intéresser
	offres .. similaires|recommandées|d_emploi
	postulez|postuler .. maintenant|dès|en_un_clic|facilement
	désabonner|désinscrire|désinscription|désabonnement|newsletter|se_désabonner
	voir .. toutes|les|l|plus .. offres|offre|emplois|annonces|profil
	consulté|vu|visité|vues|visites|apparu .. votre .. profil
	votre profil .. consulté|vu|visité|apparu
	commande|livraison|facture|colis|promo|promotion|réduction|soldes|abonnement
	code .. de .. vérification|sécurité|confirmation
	mot de passe
	conseils|astuces .. cv|entretien|carrière|recherche
	confirm* .. votre .. adresse|compte|e_mail|email
	salon|forum|job_dating .. emploi|recrutement
	félicitez|invitation .. relation|rejoindre_votre_réseau
	ajouter|ajoutez .. réseau

elsewhere 4
	demande|dossier|offre .. de .. prêt|crédit|financement|logement|location|visa|bourse|subvention|adhésion
	prêt|crédit .. immobilier|personnel|consommation|demande
	appartement|logement|studio|maison .. location|louer|loué|visite|propriétaire|bailleur|locataire
	propriétaire|bailleur|locataire .. appartement|logement|dossier|choisi|retenu
	proposition|communication|article|résumé .. conférence|colloque|comité_de_programme|relecteurs
	place .. en_crèche|crèche|école|maternelle|ehpad
	demande .. place|crèche|inscription|dérogation|logement_social|aide

void interview
	terminons|finissons|achevons|termine|finit|poursuivons .. entretiens

void question
	pas|aucun|plus .. de? besoin|besoins

hiring 3
	^ bonjour|salut|hello|chers|chères à_tous|tous|toutes|collègues|l_équipe|à_toutes
`
