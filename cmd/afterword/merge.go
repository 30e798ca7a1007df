package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"afterword/rules"
)

// merge brings together what the user wrote in the editor and what the store has
// learnt since he opened it: each change to base, of either side. Where both changed
// the same thing otherwise, its path is among the conflicts.
func merge(base, mine, theirs rules.Described) (merged rules.Described, conflicts []string, err error) {
	var trees [3]any
	for i, d := range []rules.Described{base, mine, theirs} {
		body, err := json.Marshal(inUTC(d))
		if err == nil {
			err = json.Unmarshal(body, &trees[i])
		}
		if err != nil {
			return merged, nil, fmt.Errorf("compare with what came meanwhile: %w", err)
		}
	}
	m := merger{}
	tree := m.both("", trees[0], trees[1], trees[2])
	body, err := json.Marshal(tree)
	if err == nil {
		err = json.Unmarshal(body, &merged)
	}
	if err != nil {
		return merged, nil, fmt.Errorf("bring together what you wrote and what came meanwhile: %w", err)
	}
	return merged, m.conflicts, nil
}

type merger struct{ conflicts []string }

func (m *merger) both(path string, base, mine, theirs any) any {
	switch {
	case reflect.DeepEqual(mine, theirs), reflect.DeepEqual(theirs, base):
		return mine
	case reflect.DeepEqual(mine, base):
		return theirs
	}
	a, aIs := mine.(map[string]any)
	b, bIs := theirs.(map[string]any)
	if aIs && bIs {
		o, _ := base.(map[string]any)
		return m.fields(path, o, a, b)
	}
	c, cIs := list(mine)
	d, dIs := list(theirs)
	if cIs && dIs {
		o, _ := list(base)
		return m.elements(path, o, c, d)
	}
	m.conflicts = append(m.conflicts, strings.TrimPrefix(path, "."))
	return mine
}

// list is v as a list; what is not there is an empty one.
func list(v any) ([]any, bool) {
	l, ok := v.([]any)
	return l, ok || v == nil
}

func (m *merger) fields(path string, base, mine, theirs map[string]any) any {
	merged := map[string]any{}
	for _, key := range slices.Sorted(maps.Keys(union(base, mine, theirs))) {
		if v := m.both(path+"."+key, base[key], mine[key], theirs[key]); v != nil {
			merged[key] = v
		}
	}
	return merged
}

func union(all ...map[string]any) map[string]any {
	keys := map[string]any{}
	for _, one := range all {
		maps.Copy(keys, one)
	}
	return keys
}

// elements merges lists whose elements have a name each: in the order of mine, then
// what they have added.
func (m *merger) elements(path string, base, mine, theirs []any) any {
	o, a, b := byName(base), byName(mine), byName(theirs)
	merged := []any{}
	for _, one := range slices.Concat(mine, theirs) {
		name := nameOf(one)
		_, had := o[name]
		inMine, isMine := a[name]
		inTheirs, isTheirs := b[name]
		if name == "" || slices.ContainsFunc(merged, func(v any) bool { return nameOf(v) == name }) {
			continue
		}
		switch {
		case isMine && isTheirs:
			merged = append(merged, m.both(path+"."+name, o[name], inMine, inTheirs))
		case !had:
			merged = append(merged, one)
		case isMine && !reflect.DeepEqual(inMine, o[name]), isTheirs && !reflect.DeepEqual(inTheirs, o[name]):
			// One side has taken it out and the other has changed it.
			m.conflicts = append(m.conflicts, strings.TrimPrefix(path+"."+name, "."))
			merged = append(merged, one)
		}
	}
	return merged
}

func byName(list []any) map[string]any {
	names := map[string]any{}
	for _, one := range list {
		names[nameOf(one)] = one
	}
	return names
}

// nameOf is what an element of a list is known by: an interview's id, a contact's
// address or name, or the text that it is.
func nameOf(v any) string {
	fields, ok := v.(map[string]any)
	if !ok {
		return fmt.Sprint(v)
	}
	for _, key := range []string{"id", "address", "name"} {
		if name, _ := fields[key].(string); name != "" {
			return strings.ToLower(name)
		}
	}
	return fmt.Sprint(v)
}

// inUTC says the times of an application in one way: those that are equal look equal.
func inUTC(d rules.Described) rules.Described {
	d.Interviews = slices.Clone(d.Interviews)
	for i := range d.Interviews {
		v := &d.Interviews[i]
		v.Start, v.End = v.Start.UTC(), v.End.UTC()
	}
	return d
}

// unseen gives the interviews back what the editor does not show of them.
func unseen(base rules.Described, d *rules.Described) {
	for i := range d.Interviews {
		v := &d.Interviews[i]
		at := slices.IndexFunc(base.Interviews, func(had rules.Interview) bool { return had.ID == v.ID })
		if at < 0 {
			continue
		}
		from, to := reflect.ValueOf(base.Interviews[at]), reflect.ValueOf(v).Elem()
		for n := range to.NumField() {
			if to.Type().Field(n).Tag.Get("toml") == "-" {
				to.Field(n).Set(from.Field(n))
			}
		}
	}
}
