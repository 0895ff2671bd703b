// Command verifylog checks the log of a running register with Go's own packages, which know nothing of the register.
//
//	verifylog <url> <verifier key> <size> ...
//
// It opens the signed checkpoint, hashes the leaves again, proves the entries in every size given and in the checkpoint's (all of
// a small one, some of a larger), every two sizes consistent, and the proof file of the last entry of each. It exits with 1 and says why when anything is wrong.
// With -checkpoint <file> it takes the checkpoint from there, so that a forged one can be tried.
package main

import (
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"io/ioutil"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type entry struct {
	Sequence int64
	LeafHash string
	Leaf     *string
	Withheld bool
}

type inclusion struct {
	Index, Size    int64
	LeafHash, Root tlog.Hash
	Hashes         []tlog.Hash
}

type consistency struct {
	From, To         int64
	FromRoot, ToRoot tlog.Hash
	Hashes           []tlog.Hash
}

var base string

func main() {
	file := flag.String("checkpoint", "", "file to take the checkpoint from")
	flag.Parse()
	if flag.NArg() < 2 {
		fail("usage: verifylog [-checkpoint file] <url> <verifier key> <size> ...")
	}
	base = flag.Arg(0) + "/api/v1/log"
	verifier, err := note.NewVerifier(flag.Arg(1))
	must("verifier key", err)
	known := note.VerifierList(verifier)

	text := ""
	if *file != "" {
		bytes, err := ioutil.ReadFile(*file)
		must("checkpoint file", err)
		text = string(bytes)
	} else {
		text = get("/checkpoint")
	}
	size, root := open(text, known, verifier.Name())

	leaves := make([]tlog.Hash, 0, size)
	shown := 0
	for from := int64(1); from <= size; from += 1000 {
		to := from + 999
		if to > size {
			to = size
		}
		var list struct{ Items []entry }
		parse(fmt.Sprintf("/entries?from=%d&to=%d", from, to), &list)
		for _, item := range list.Items {
			if item.Sequence != int64(len(leaves))+1 {
				fail("entry %d where %d was due", item.Sequence, len(leaves)+1)
			}
			bytes, err := hex.DecodeString(item.LeafHash)
			must("leaf hash", err)
			var hash tlog.Hash
			copy(hash[:], bytes)
			if item.Leaf != nil {
				shown++
				if tlog.RecordHash([]byte(*item.Leaf)) != hash {
					fail("the text of entry %d does not have its hash", item.Sequence)
				}
			} else if !item.Withheld {
				fail("entry %d has no text and is not withheld", item.Sequence)
			}
			leaves = append(leaves, hash)
		}
	}
	if int64(len(leaves)) != size {
		fail("%d entries where the checkpoint has %d", len(leaves), size)
	}

	// Go's own tree over the same leaves.
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, index := range indexes {
			found = append(found, stored[index])
		}
		return found, nil
	})
	for i, leaf := range leaves {
		more, err := tlog.StoredHashesForRecordHash(int64(i), leaf, reader)
		must("tree", err)
		stored = append(stored, more...)
	}
	rootOf := func(n int64) tlog.Hash {
		hash, err := tlog.TreeHash(n, reader)
		must("root", err)
		return hash
	}
	if rootOf(size) != root {
		fail("the root of %d entries is not the one that was signed", size)
	}

	sizes := []int64{size}
	for _, argument := range flag.Args()[2:] {
		n, err := strconv.ParseInt(argument, 10, 64)
		must("size", err)
		if n < 1 || n > size {
			fail("there is no size %d of %d", n, size)
		}
		sizes = append(sizes, n)
	}
	proofs, forged := 0, 0
	for _, n := range sizes {
		for index := int64(0); index < n; index++ {
			if n > 40 && index%11 != 0 && index != n-1 {
				continue
			}
			var p inclusion
			parse(fmt.Sprintf("/proofs/inclusion?index=%d&size=%d", index, n), &p)
			if p.Index != index || p.Size != n || p.LeafHash != leaves[index] || p.Root != rootOf(n) {
				fail("the proof of %d in %d speaks of something else", index, n)
			}
			must("inclusion", tlog.CheckRecord(p.Hashes, n, p.Root, index, p.LeafHash))
			proofs++
			forged += refuse("inclusion", p.Hashes, func(path []tlog.Hash) error {
				return tlog.CheckRecord(path, n, p.Root, index, p.LeafHash)
			})
		}
		for _, m := range sizes {
			if m > n {
				continue
			}
			var p consistency
			parse(fmt.Sprintf("/proofs/consistency?from=%d&to=%d", m, n), &p)
			if p.From != m || p.To != n || p.FromRoot != rootOf(m) || p.ToRoot != rootOf(n) {
				fail("the proof of %d in %d speaks of something else", m, n)
			}
			must("consistency", tlog.CheckTree(p.Hashes, n, p.ToRoot, m, p.FromRoot))
			proofs++
			forged += refuse("consistency", p.Hashes, func(path []tlog.Hash) error {
				return tlog.CheckTree(path, n, p.ToRoot, m, p.FromRoot)
			})
		}
		checkFile(n, leaves[n-1], known, verifier.Name())
		proofs++
	}
	fmt.Printf("right: %d entries, %d with their text, %d proofs; refused: %d forged ones\n", size, shown, proofs, forged)
}

// open gives size and root of a checkpoint that a known key has signed.
func open(text string, known note.Verifiers, origin string) (int64, tlog.Hash) {
	opened, err := note.Open([]byte(text), known)
	must("checkpoint", err)
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != origin {
		fail("not a checkpoint of %s: %q", origin, opened.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must("size", err)
	root, err := tlog.ParseHash(lines[2])
	must("root", err)
	return size, root
}

// checkFile checks a C2SP tlog-proof by itself.
func checkFile(sequence int64, leaf tlog.Hash, known note.Verifiers, origin string) {
	file := get(fmt.Sprintf("/entries/%d/proof", sequence))
	cut := strings.Index(file, "\n\n")
	if cut < 0 {
		fail("the proof of entry %d has no checkpoint", sequence)
	}
	size, root := open(file[cut+2:], known, origin)
	lines := strings.Split(file[:cut], "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" || lines[1] != fmt.Sprintf("index %d", sequence-1) {
		fail("the proof of entry %d begins with %q", sequence, lines[:2])
	}
	var path []tlog.Hash
	for _, line := range lines[2:] {
		hash, err := tlog.ParseHash(line)
		must("hash", err)
		path = append(path, hash)
	}
	must("proof file", tlog.CheckRecord(path, size, root, sequence-1, leaf))
}

// refuse makes sure that the proof fails with any of its hashes changed, one less, or one more.
func refuse(what string, path []tlog.Hash, check func([]tlog.Hash) error) int {
	var forgeries [][]tlog.Hash
	for i := range path {
		changed := append([]tlog.Hash{}, path...)
		changed[i][i%tlog.HashSize] ^= 1
		forgeries = append(forgeries, changed)
	}
	if len(path) > 0 {
		forgeries = append(forgeries, path[:len(path)-1])
	}
	forgeries = append(forgeries, append(append([]tlog.Hash{}, path...), tlog.Hash{}))
	for _, forgery := range forgeries {
		if check(forgery) == nil {
			fail("a forged %s proof is taken for a right one", what)
		}
	}
	return len(forgeries)
}

func get(path string) string {
	answer, err := http.Get(base + path)
	// A connection may break; what is answered is judged once.
	for again := 0; err != nil && again < 3; again++ {
		answer, err = http.Get(base + path)
	}
	must(path, err)
	defer answer.Body.Close()
	body, err := ioutil.ReadAll(answer.Body)
	must(path, err)
	if answer.StatusCode != 200 {
		fail("%s -> %s", path, body)
	}
	return string(body)
}

func parse(path string, into interface{}) {
	must(path, json.Unmarshal([]byte(get(path)), into))
}

func must(what string, err error) {
	if err != nil {
		fail("%s: %v", what, err)
	}
}

func fail(format string, values ...interface{}) {
	fmt.Printf("wrong: "+format+"\n", values...)
	os.Exit(1)
}
