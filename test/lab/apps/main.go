// The lab's application for Go's net/http. LAB_DEEDS says what which route does; the others answer as usual.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"math/rand"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"
)

type deed struct {
	Does    string  `json:"does"`
	Seconds float64 `json:"seconds"`
}

var deeds map[string]deed
var held [][]byte

func usual(w http.ResponseWriter, r *http.Request) {
	io.Copy(io.Discard, r.Body)
	time.Sleep(time.Duration(2+rand.Intn(30)) * time.Millisecond)
	body, _ := json.Marshal(map[string]string{"path": r.URL.Path})
	w.Header().Set("Content-Type", "application/json")
	w.Write(body)
	log.Printf("%s %s 200", r.Method, r.URL.Path)
}

func drop(w http.ResponseWriter) {
	conn, _, err := w.(http.Hijacker).Hijack()
	if err == nil {
		conn.Close()
	}
}

func answer(w http.ResponseWriter, r *http.Request) {
	var d deed
	for start, each := range deeds {
		if strings.HasPrefix(r.URL.Path, start) {
			d = each
		}
	}
	switch d.Does {
	case "sleep":
		time.Sleep(time.Duration(d.Seconds * float64(time.Second)))
	case "eat":
		for {
			held = append(held, bytes.Repeat([]byte("x"), 1<<20))
			time.Sleep(4 * time.Millisecond)
		}
	case "abort":
		syscall.Kill(os.Getpid(), syscall.SIGABRT)
		time.Sleep(5 * time.Second)
	case "exit":
		go func() {
			var items []int
			fmt.Println(items[3])
		}()
		time.Sleep(5 * time.Second)
	case "raise":
		log.Printf("%s %s: no such product", r.Method, r.URL.Path)
		http.Error(w, "no such product", 500)
		return
	case "short":
		w.Header().Set("Content-Length", "90000")
		w.Write(bytes.Repeat([]byte("x"), 20000))
		return
	case "unfinished":
		w.Write(bytes.Repeat([]byte("x"), 20000))
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	case "drop":
		drop(w)
		return
	case "refuse-body":
		w.Header().Set("Connection", "close")
		w.WriteHeader(413)
		return
	}
	usual(w, r)
}

func main() {
	json.Unmarshal([]byte(os.Getenv("LAB_DEEDS")), &deeds)
	server := &http.Server{Addr: "127.0.0.1:" + os.Getenv("LAB_PORT"), Handler: http.HandlerFunc(answer)}
	if seconds, err := strconv.ParseFloat(os.Getenv("LAB_TIMEOUT"), 64); err == nil {
		server.WriteTimeout = time.Duration(seconds * float64(time.Second))
	}
	if seconds, err := strconv.ParseFloat(os.Getenv("LAB_KEEP_ALIVE"), 64); err == nil {
		server.IdleTimeout = time.Duration(seconds * float64(time.Second))
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	go func() {
		<-stop
		log.Print("received SIGTERM, shutting down")
		ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
		defer cancel()
		server.Shutdown(ctx)
		os.Exit(0)
	}()
	log.Printf("listening on %s", server.Addr)
	log.Fatal(server.ListenAndServe())
}
