package page

import (
	"net/url"
	"slices"
	"testing"
	"time"

	"afterword/rules"

	"github.com/pelletier/go-toml/v2"
)

// corrections fills a form in from an application, as the page does.
func corrections(t *testing.T, a Application) url.Values {
	t.Helper()
	d := applicationData{Application: a}
	seen, err := d.Seen()
	if err != nil {
		t.Fatal(err)
	}
	f := url.Values{"seen": {seen}, "company": {a.About.Company}, "role": {a.About.Role}, "zone": {a.About.Zone}}
	for _, c := range d.People() {
		f.Add("name", c.Name)
		f.Add("honorific", c.Honorific)
		f.Add("address", c.Address)
		f.Add("part", string(c.Part))
	}
	for _, v := range a.About.Interviews {
		f.Set("start-"+v.ID, d.Local(v.Start))
		f.Set("end-"+v.ID, d.Local(v.End))
		f.Set("decision-"+v.ID, v.Decision.String())
		if v.Cancelled {
			f.Set("cancelled-"+v.ID, "yes")
		}
	}
	return f
}

func toCorrect(t *testing.T) Application {
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	end := time.Date(2026, 11, 20, 15, 0, 12, 0, zone)
	return Application{Zone: zone, Home: time.UTC, About: rules.Described{Company: "Acme", Role: "Analyst", Zone: zone.String(), Status: "robin@acme.example",
		Contacts: []rules.Contact{{Name: "Ngozi Okafor", Honorific: "Dr.", Address: "ngozi@acme.example", Part: rules.Interviewer, Title: "Head of Data"},
			{Name: "Robin Hale", Address: "robin@acme.example", Part: rules.Recruiter}},
		Interviews: []rules.Interview{{ID: "1", Interviewers: []string{"ngozi@acme.example"}, Start: end.Add(-time.Hour), End: end, Topics: []string{"the move"}, Decision: rules.Date{Year: 2026, Month: 11, Day: 27}}}}}
}

func asText(t *testing.T, d rules.Described) string {
	t.Helper()
	text, err := toml.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A form that is sent as it was shown changes nothing, not even the seconds that it does
// not show.
func TestCorrectNothing(t *testing.T) {
	a := toCorrect(t)
	got, err := corrected(a, corrections(t, a))
	if err != nil || asText(t, got) != asText(t, a.About) {
		t.Errorf("%v\n%+v\n%+v", err, got, a.About)
	}
}

// What came while the form was looked at stays, and what the user typed counts.
func TestCorrectMeanwhile(t *testing.T) {
	a := toCorrect(t)
	f := corrections(t, a)
	f["name"][0], f["address"][0] = "Ngozi Okafor-Reed", "ngozi.reed@acme.example"
	f.Set("decision-1", "2026-12-04")
	moved := a.About.Interviews[0].End.AddDate(0, 0, 3)
	a.About.Interviews = []rules.Interview{a.About.Interviews[0], {ID: "2", End: moved.AddDate(0, 0, 7)}}
	a.About.Interviews[0].End = moved
	a.About.Contacts = append(slices.Clone(a.About.Contacts), rules.Contact{Name: "Tomás Rivera", Address: "tomas@acme.example", Part: rules.Interviewer})
	got, err := corrected(a, f)
	if err != nil {
		t.Fatal(err)
	}
	if v := got.Interviews[0]; len(got.Interviews) != 2 || !v.End.Equal(moved) || v.Decision.String() != "2026-12-04" || !slices.Equal(v.Interviewers, []string{"ngozi.reed@acme.example"}) || len(v.Topics) != 1 {
		t.Errorf("%+v", got.Interviews)
	}
	if c := got.Contacts; len(c) != 3 || c[0].Name != "Ngozi Okafor-Reed" || c[0].Title != "Head of Data" || c[2].Name != "Tomás Rivera" {
		t.Errorf("%+v", c)
	}
}

// Who is taken out is asked for nothing any more, and who is typed below is added.
func TestCorrectPeople(t *testing.T) {
	a := toCorrect(t)
	f := corrections(t, a)
	f["name"][1], f["address"][1] = "", ""
	f["name"][2], f["address"][2] = " Kim Osei ", "kim@acme.example"
	got, err := corrected(a, f)
	if err != nil || len(got.Contacts) != 2 || got.Contacts[1].Name != "Kim Osei" || got.Status != "" {
		t.Errorf("%v: %+v, asked: %q", err, got.Contacts, got.Status)
	}
	if err := got.Flaw(a.Zone); err != nil {
		t.Error(err)
	}
}

// A form that holds nothing of what was seen is refused, and one that lacks fields takes
// nothing away.
func TestCorrectBroken(t *testing.T) {
	a := toCorrect(t)
	if _, err := corrected(a, url.Values{"seen": {"= ="}}); err == nil {
		t.Error("a broken form is taken")
	}
	f := corrections(t, a)
	f.Del("part")
	if got, err := corrected(a, f); err != nil || len(got.Contacts) != 2 {
		t.Errorf("%v: %+v", err, got.Contacts)
	}
}
