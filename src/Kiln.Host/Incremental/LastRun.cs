using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kiln.Host.Files;
using Kiln.Host.Requests;

namespace Kiln.Host.Incremental;

/// <summary>
/// Remembers, by content, the inputs and outputs of the last run in which every model passed. A build that only touched or recompiled is
/// answered from here, before anything is parsed: the runtime compiles a fifth of the code it would need to compare the fingerprints.
/// </summary>
static class LastRun
{
    /// <summary>The coarsest clock of a file system in use, FAT's.</summary>
    static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    /// <summary>True when what the request names, and what the last run left, is byte for byte as it was then.</summary>
    public static bool Holds(Request request, IReadOnlyList<string> definitions, InputHashes hashes)
    {
        var path = PathOf(request);
        if (!File.Exists(path) || !File.Exists(Stamp.PathOf(request)))
            return false;
        var lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != Heading(request, definitions))
            return false;
        var known = lines.Skip(1).Select(Read).OfType<(HashedFile Content, string File)>().ToDictionary(line => line.File, line => line.Content.Hash);
        return known.Count == lines.Length - 1 && request.Tunings.Concat(request.Cards).All(known.ContainsKey) && known.All(line => File.Exists(line.Key) && hashes.Compute(line.Key) == line.Value);
    }

    /// <summary>What the last run read, for what looks as it did then: a large file costs no more than a look.</summary>
    public static InputHashes Recall(Request request) => new(
        !request.Always && File.Exists(PathOf(request)) ? File.ReadLines(PathOf(request)).Skip(1).Select(Read).OfType<(HashedFile Content, string File)>().ToDictionary(line => line.File, line => line.Content) : []);

    public static void Write(Request request, IReadOnlyList<string> definitions, IEnumerable<string> published, InputHashes hashes)
    {
        var text = new StringBuilder(Heading(request, definitions)).Append('\n');
        var inputs = request.Datasets.SelectMany(dataset => Read(request, dataset).Append(dataset.Contract)).Select(file => (File: file, Content: Settled(file, hashes.Find(file))));
        // What was published is read again each time: a model that somebody changed is not to be served.
        // So is what says settings, which may say nothing of any model, and was not there when this build began where it searched.
        var outputs = published.Concat(request.Tunings).Select(file => (File: file, Content: new HashedFile(FileHash.Compute(file), 0, 0)));
        // One that was saved since it was read is not the one that reports have.
        var cards = request.Cards.Where(file => hashes.FindHash(file) is not null).Select(file => (File: file, Content: new HashedFile(hashes.FindHash(file)!, 0, 0)));
        foreach (var (file, content) in inputs.Concat(outputs).Concat(cards).DistinctBy(pair => pair.File).OrderBy(pair => pair.File, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{content.Hash} {content.Written} {content.Length} {file}\n");
        AtomicFile.WriteIfChanged(PathOf(request), text.ToString(), request.Temporary);
    }

    /// <summary>
    /// One that was written a moment ago may be written again in the same tick of its file system's clock (Git calls that racy), and a link may lead
    /// to another file of the same age: those are read again.
    /// </summary>
    static HashedFile Settled(string path, HashedFile file) =>
        new DateTime(file.Written, DateTimeKind.Utc) < DateTime.UtcNow - Tick && new FileInfo(path).LinkTarget is null ? file : file with { Written = 0 };

    /// <summary>Null for what an earlier version wrote.</summary>
    static (HashedFile Content, string File)? Read(string line) => line.Split(' ', 4) is [var hash, var written, var length, var file]
        && long.TryParse(written, CultureInfo.InvariantCulture, out var ticks) && long.TryParse(length, CultureInfo.InvariantCulture, out var bytes)
        ? (new(hash, ticks, bytes), file) : null;

    /// <summary>The files that are read: none where models are only fetched.</summary>
    static IEnumerable<string> Read(Request request, Dataset dataset) => request.Fetches || dataset.IsAbsent ? [] : dataset.Files;

    static string PathOf(Request request) => Path.Combine(request.Output, "kiln.memory");

    /// <summary>Everything besides the files: who trains, how strictly, which models are declared, what the project refers to, and which files make which dataset.</summary>
    static string Heading(Request request, IReadOnlyList<string> definitions)
    {
        var text = new StringBuilder("memory 3\n").Append(Tool.Version).Append(request.Locked ? "\nlocked" : "").Append('\n').Append(request.Version).Append('\n').Append(request.Store);
        foreach (var definition in definitions)
            text.Append('\n').Append(definition);
        foreach (var reference in request.References)
            text.Append('\n').Append(reference.Package).Append('|').Append(reference.Path);
        foreach (var dataset in request.Datasets)
        {
            text.Append('\n').Append(dataset.Name).Append('\n').Append(dataset.Contract).Append('\n').Append(dataset.Replaces).Append('\n').AppendJoin(';', dataset.Key);
            text.Append('\n').Append(dataset.Table).Append('|').Append(dataset.Query).Append('|').Append(dataset.Connection);
            foreach (var file in Read(request, dataset))
                text.Append('\n').Append(file);
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
