import ArgumentParser
import SearchService
@main struct L: ParsableCommand { func run() { print("hi") } }
