package person

import (
	"strings"
	"testing"
)

// say is how a Name reads in a table: titles, given/family or =called, or full.
func say(n Name) string {
	switch {
	case len(n.People) > 0:
		return "&" + strings.Join(n.People, "&")
	case n.Called != "":
		return "=" + n.Called
	case n.Full == "":
		return "-"
	case n.Given == "" && n.Family == "":
		return strings.TrimSpace(strings.Join(n.Titles, " ") + " (" + n.Full + ")")
	}
	return strings.TrimSpace(strings.Join(n.Titles, " ") + " " + n.Given + "/" + n.Family)
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ language, display, want string }{
		// What stands around a name.
		{"en", "Robin Hale | Brightwater", "Robin/Hale"}, {"en", "Robin Hale|Brightwater", "Robin/Hale"}, {"en", "Robin Hale / Brightwater", "Robin/Hale"},
		{"en", "Robin Hale • Talent", "Robin/Hale"}, {"en", "Robin Hale · People Team", "Robin/Hale"}, {"en", "Robin Hale - Brightwater", "Robin/Hale"},
		{"en", "Robin Hale – Head of Data", "Robin/Hale"}, {"en", "Robin Hale: Brightwater", "Robin/Hale"}, {"en", "Robin Hale (Recruiting)", "Robin/Hale"},
		{"en", "Robin Hale (Recruiting", "Robin/Hale"}, {"en", "Robin Hale [External]", "Robin/Hale"}, {"en", "[EXT] Robin Hale", "Robin/Hale"},
		{"en", "Robin Hale at Brightwater", "Robin/Hale"}, {"en", "Robin from Brightwater", "Robin/"}, {"en", "Robin Hale via Ashby", "Robin/Hale"},
		{"en", "Robin @ Brightwater", "Robin/"}, {"de", "Jonas Brandt bei Ostwind", "Jonas/Brandt"}, {"fr", "Claire Petit chez Novalys", "Claire/Petit"},
		{"nl", "Els Kok bij Zuiderlicht", "Els/Kok"}, {"en", "Brightwater | Robin Hale", "Robin/Hale"}, {"en", "Talent Team / Robin Hale", "Robin/Hale"},
		{"en", "Recruiting: Robin Hale", "Robin/Hale"}, {"en", "Robin Hale, Brightwater", "Robin/Hale"}, {"en", "Robin Hale, Head of Data", "Robin/Hale"},
		{"en", "Robin Hale Recruiter", "Robin/Hale"}, {"en", "Robin Hale HR", "Robin/Hale"}, {"en", "Robin (HR)", "Robin/"}, {"en", "\"Hale, Robin\"", "Robin/Hale"},
		{"en", "'Robin Hale'", "Robin/Hale"}, {"en", "Robin Hale 🌈", "Robin/Hale"}, {"en", "✨Robin Hale✨", "Robin/Hale"}, {"en", "Robin Hale c/o Brightwater", "Robin/Hale"},
		{"de", "Jonas Brandt i.A.", "Jonas/Brandt"}, {"de", "Petra Kern (sie/ihr)", "Petra/Kern"}, {"en", "Robin Hale (they/them)", "Robin/Hale"},
		{"en", "Robin Hale she/her", "Robin/Hale"}, {"en", "Robin Hale (she/her/hers) | Brightwater", "Robin/Hale"}, {"fr", "Claire Petit (elle)", "Claire/Petit"},
		{"es", "Ana Soto (ella/she)", "Ana/Soto"}, {"en", "Robin Hale [he/him]", "Robin/Hale"}, {"en", "robin@acme.example", "-"}, {"en", "Robin Hale <robin@acme.example>", "Robin/Hale"},
		// Degrees.
		{"en", "Sam Rivera, PhD", "Sam/Rivera"}, {"en", "Sam Rivera PhD, MBA", "Sam/Rivera"}, {"en", "Sam Rivera, PMP, SHRM-CP", "Sam/Rivera"}, {"en", "Sam Rivera, CPA", "Sam/Rivera"},
		{"en", "Sam Rivera MBA", "Sam/Rivera"}, {"de", "Jonas Brandt, M.Sc.", "Jonas/Brandt"}, {"en", "Sam Rivera Jr.", "Sam/Rivera"}, {"en", "Sam Rivera, III", "Sam/Rivera"},
		{"en", "Jack Ma", "Jack/Ma"}, {"en", "Dr. Sam Rivera, MD, FACP", "Dr. Sam/Rivera"}, {"en", "Sam Rivera, P.Eng.", "Sam/Rivera"}, {"en", "Sam Rivera LL.M.", "Sam/Rivera"},
		// Order and capitals.
		{"de", "Brandt, Jonas", "Jonas/Brandt"}, {"de", "Brandt, Dr. Jonas", "Dr. Jonas/Brandt"}, {"en", "HALE, Robin", "Robin/Hale"}, {"en", "HALE Robin (Ext)", "Robin/Hale"},
		{"fr", "PETIT Claire", "Claire/Petit"}, {"fr", "Claire PETIT", "Claire/Petit"}, {"nl", "VAN DEN BERG Jan", "Jan/van den Berg"}, {"fr", "LE GOFF Anne", "Anne/Le Goff"},
		{"en", "ROBIN HALE", "Robin/Hale"}, {"en", "robin hale", "Robin/Hale"}, {"nl", "jan van den berg", "Jan/van den Berg"}, {"en", "AJ Brown", "/Brown"}, {"en", "SEAN MCDONALD", "Sean/McDonald"},
		{"en", "Hale, Robin (London)", "Robin/Hale"}, {"nl", "Berg, Jan van den", "Jan/van den Berg"}, {"nl", "van den Berg, Jan", "Jan/van den Berg"}, {"es", "García López, Ana", "Ana/García López"},
		{"de", "Müller Petra", "(Müller Petra)"}, {"en", "O'NEILL, Siobhan", "Siobhan/O'Neill"}, {"de", "Weber, Hans-Peter", "Hans-Peter/Weber"}, {"en", "Patel, J. R.", "/Patel"},
		// Particles.
		{"nl", "Piet De Groot", "Piet/De Groot"}, {"nl", "De Groot", "/De Groot"}, {"de", "Ursula von der Aue", "Ursula/von der Aue"}, {"en", "María-José O'Neill-van der Berg", "María-José/O'Neill-van der Berg"},
		{"es", "Ana de la Cruz", "Ana/de la Cruz"}, {"en", "Ahmed bin Salman", "Ahmed/bin Salman"}, {"en", "Fatima al-Rashid", "Fatima/al-Rashid"}, {"fr", "Anne Le Goff", "Anne/Le Goff"},
		{"en", "Anna Maria von Holt", "Anna Maria/von Holt"}, {"es", "María del Carmen Ruiz", "(María del Carmen Ruiz)"}, {"es", "José Ortega y Gasset", "José/Ortega y Gasset"},
		{"en", "Sean MacDonald", "Sean/MacDonald"}, {"es", "Ana Mendes da Silva", "/da Silva"},
		// Given names.
		{"en", "Sukarno", "Sukarno/"}, {"en", "J. R. R. Patel", "/Patel"}, {"en", "John M. Smith", "John/Smith"}, {"en", "J. Robert Smith", "/Smith"}, {"en", "Sarah Jane Cooper", "Sarah Jane/Cooper"},
		{"en", "Mary Okonkwo Hale", "(Mary Okonkwo Hale)"}, {"es", "Carmen Ruiz Ortega", "Carmen/Ruiz Ortega"}, {"es", "José Luis García López", "José Luis/García López"}, {"en", "Anne-Marie St. John-Smythe", "Anne-Marie/St. John-Smythe"},
		{"en", "Wei (Vivian) Zhang", "Vivian/"}, {"en", `Robert "Bob" Hale`, "Bob/Hale"},
		{"en", "Li Wei", "(Li Wei)"}, {"en", "Kim Min-jun", "(Kim Min-jun)"}, {"en", "Nguyen Van An", "(Nguyen Van An)"}, {"en", "Kim Osei", "Kim/Osei"}, {"en", "Yamada Taro", "(Yamada Taro)"},
		{"en", "Nagy Péter", "(Nagy Péter)"}, {"en", "李小龙", "(李小龙)"}, {"en", "Иван Петров", "(Иван Петров)"}, {"en", "LI Wei", "Wei/Li"}, {"en", "OSEI Kim (Co15)", "Kim/Osei"}, {"en", "Vivian Zhang", "Vivian/Zhang"},
		// Titles.
		{"en", "Dr. Ngozi Okafor", "Dr. Ngozi/Okafor"}, {"en", "Prof. Dr. Ada Lind", "Prof. Dr. Ada/Lind"}, {"es", "Dra. Lucía Peña", "Dra. Lucía/Peña"}, {"es", "Profa. Lucía Peña", "Profa. Lucía/Peña"},
		{"es", "Don Luis Prado", "=Don Luis"}, {"es", "D. Luis Prado", "=D. Luis Prado"}, {"es", "Dña. Rosa Prado", "=Dña. Rosa Prado"}, {"es", "Sr. D. Luis Prado", "Sr. Luis/Prado"}, {"en", "D. Luis Prado", "/Prado"},
		{"es", "Lcda. Rosa Prado", "Lcda. Rosa/Prado"}, {"fr", "Maître Claire Petit", "=Maître"}, {"fr", "Me Claire Petit", "=Maître"}, {"fr", "Pr Alain Petit", "Pr Alain/Petit"}, {"fr", "Mademoiselle Claire Petit", "Mademoiselle Claire/Petit"},
		{"fr", "M. Petit", "M. /Petit"}, {"fr", "Mme Anne Le Goff", "Mme Anne/Le Goff"}, {"nl", "Meneer Jan Vos", "Meneer Jan/Vos"}, {"nl", "de heer Jan Vos", "de heer Jan/Vos"}, {"nl", "mevr. dr. Els de Boer", "mevr. dr. Els/de Boer"},
		{"nl", "mr. Els Kok", "mr. Els/Kok"}, {"nl", "drs. Els Kok", "drs. Els/Kok"}, {"nl", "ir. E. Kok", "ir. /Kok"}, {"de", "Herr Dipl.-Ing. Jan Brandt", "Herr Jan/Brandt"}, {"de", "Frau Prof.in Dr.in Ute Brandt", "Frau Prof.in Dr.in Ute/Brandt"},
		{"de", "Dr.-Ing. Jan Brandt", "Dr.-Ing. Jan/Brandt"}, {"de", "Dr. med. Eva Brandt", "Dr. Eva/Brandt"}, {"de", "Prof. Dr. Dr. h.c. Eva Brandt", "Prof. Dr. Dr. Eva/Brandt"}, {"de", "Fr. Brandt", "Fr. /Brandt"}, {"de", "Hr. Dr. Brandt", "Hr. Dr. /Brandt"},
		{"en", "Sir Tom Baker", "=Sir Tom"}, {"en", "Prof. Sir Tom Baker", "=Sir Tom"}, {"en", "Dame Helen Baker", "=Dame Helen"}, {"en", "Lord Ashcombe", "=Lord Ashcombe"}, {"en", "Rev. Tom Baker", "Rev. Tom/Baker"},
		{"en", "Capt. Lena Marsh", "Capt. Lena/Marsh"}, {"de", "Schwester Agnes", "=Schwester Agnes"}, {"en", "Mr. and Mrs. Marsh", "=Mr. and Mrs. Marsh"}, {"de", "Herr und Frau Brandt", "=Herr und Frau Brandt"},
		{"en", "Mx. Sam Roe", "Mx. Sam/Roe"}, {"en", "Don Draper", "Don/Draper"}, {"en", "M. Night Shore", "(M. Night Shore)"}, {"en", "Ms Okafor", "Ms /Okafor"}, {"en", "Dr. Li Wei", "Dr. (Li Wei)"}, {"es", "Dra. Carmen Ruiz Ortega", "Dra. Carmen/Ruiz Ortega"},
		// Several.
		{"es", "Ana & Luis", "&Ana&Luis"}, {"en", "Kim Osei and Dana Wu", "&Kim Osei&Dana Wu"}, {"en", "Kim Osei, Dana Wu", "&Kim Osei&Dana Wu"}, {"es", "Ana y Luis", "&Ana&Luis"}, {"en", "Bang & Olufsen", "-"}, {"en", "Ana/Luis", "&Ana&Luis"},
		{"en", "Okonkwo Chidi", "(Okonkwo Chidi)"}, {"en", "Emily, Northwind", "-"}, {"en", "Dana Wu 吴丹娜", "Dana/Wu"}, {"en", `"Dana Wu" via Greenhouse`, "Dana/Wu"}, {"en", "Hale R", "(Hale R)"},
		{"nl", "Mevrouw Kok-de Boer", "Mevrouw /Kok-de Boer"}, {"en", "The Hon. Mary Okafor", "=Hon. Mary Okafor"}, {"es", "D.ª Rosa Prado", "=D.ª Rosa Prado"}, {"es", "Excmo. Sr. D. Luis Prado", "Sr. Luis/Prado"},
		// Nobody.
		{"en", "rhale", "-"}, {"nl", "HR-afdeling", "-"}, {"de", "Azubi-Marketing Nord", "-"}, {"fr", "Mairie de Lyon", "-"}, {"es", "Bolsa de trabajo", "-"},
		{"en", "Talent Team", "-"}, {"en", "HR", "-"}, {"fr", "Recrutement", "-"}, {"en", "Jobs at Brightwater", "-"}, {"en", "no-reply", "-"}, {"en", "Brightwater Careers", "-"}, {"en", "Brightwater", "-"}, {"en", "Brightwater Ltd", "-"},
		{"de", "Bewerbermanagement", "-"}, {"de", "Karriere bei Brightwater", "-"}, {"de", "Personalabteilung", "-"}, {"fr", "Service RH", "-"}, {"fr", "Ressources Humaines", "-"}, {"es", "Selección de Personal", "-"}, {"es", "RRHH", "-"},
		{"nl", "Afdeling Werving", "-"}, {"nl", "Team Personeel & Organisatie", "-"}, {"en", "Hiring at Brightwater", "-"}, {"en", "Greenhouse", "-"}, {"en", "Brightwater Recruiting Team via Ashby", "-"}, {"en", "University of Leeds", "-"},
		{"de", "Klinikum Nordstadt", "-"}, {"de", "Stadt Münster", "-"}, {"en", "People Operations", "-"}, {"en", "N/A", "-"}, {"en", "???", "-"}, {"en", "", "-"}, {"en", "robin.hale", "-"}, {"en", "Info", "-"}, {"de", "Team Recruiting", "-"},
		{"en", "Steve Jobs", "Steve/Jobs"}, {"en", "Teamer Hale", "Teamer/Hale"}, {"es", "Equipo de Selección", "-"}, {"fr", "L'équipe recrutement", "-"}, {"nl", "Vacatures", "-"}, {"de", "Ihr Recruiting-Team", "-"},
	} {
		if got := say(Read(c.display, About{Language: c.language, Company: "Brightwater Ltd"})); got != c.want {
			t.Errorf("%s %q: %s, want %s", c.language, c.display, got, c.want)
		}
	}
}
