using System.Security.Cryptography;
using System.Text;
using Kiln.Host.Files;
using Kiln.Host.Requests;

namespace Kiln.Host.Incremental;

/// <summary>
/// Remembers, by content, the inputs and outputs of the last run in which every model passed. A build that only touched or recompiled is
/// answered from here, before anything is parsed: the runtime compiles a fifth of the code it would need to compare the fingerprints.
/// </summary>
static class Memory
{
    /// <summary>True when what the request names, and what the last run left, is byte for byte as it was then.</summary>
    public static bool Holds(Request request, IReadOnlyList<string> definitions, InputHashes hashes)
    {
        var path = PathOf(request);
        if (!File.Exists(path) || !File.Exists(Stamp.PathOf(request)))
            return false;
        var lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != Heading(request, definitions))
            return false;
        for (var i = 1; i < lines.Length; i++)
        {
            var file = lines[i][65..];
            if (!File.Exists(file) || hashes.Compute(file) != lines[i][..64])
                return false;
        }
        return true;
    }

    public static void Write(Request request, IReadOnlyList<string> definitions, IEnumerable<string> published, InputHashes hashes)
    {
        var text = new StringBuilder(Heading(request, definitions)).Append('\n');
        var inputs = request.Datasets.SelectMany(dataset => dataset.Files.Append(dataset.Contract)).Select(file => (File: file, Hash: hashes.Compute(file)));
        var outputs = published.Select(file => (File: file, Hash: FileHash.Compute(file)));
        foreach (var (file, hash) in inputs.Concat(outputs).DistinctBy(pair => pair.File).OrderBy(pair => pair.File, StringComparer.Ordinal))
            text.Append(hash).Append(' ').Append(file).Append('\n');
        AtomicFile.WriteIfChanged(PathOf(request), text.ToString(), request.Temporary);
    }

    static string PathOf(Request request) => Path.Combine(request.Output, "kiln.memory");

    /// <summary>Everything besides the files: who trains, how strictly, which models are declared, what the project refers to, and which files make which dataset.</summary>
    static string Heading(Request request, IReadOnlyList<string> definitions)
    {
        var text = new StringBuilder(Tool.Version).Append(request.Locked ? "\nlocked" : "");
        foreach (var definition in definitions)
            text.Append('\n').Append(definition);
        foreach (var reference in request.References)
            text.Append('\n').Append(reference.Package).Append('|').Append(reference.Path);
        foreach (var dataset in request.Datasets)
        {
            text.Append('\n').Append(dataset.Name).Append('\n').Append(dataset.Contract).Append('\n').Append(dataset.Replaces).Append('\n').AppendJoin(';', dataset.Key);
            text.Append('\n').Append(dataset.Table).Append('|').Append(dataset.Query).Append('|').Append(dataset.Connection);
            foreach (var file in dataset.Files)
                text.Append('\n').Append(file);
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
