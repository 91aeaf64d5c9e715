namespace Kiln.Host.Files;

/// <summary>Hashes of files as this run found them, each read once, and not at all where an earlier run read it and it looks as it did.</summary>
/// <param name="remembered">What earlier runs read, by full path.</param>
sealed class InputHashes(IReadOnlyDictionary<string, HashedFile> remembered)
{
    readonly Dictionary<string, HashedFile> _known = [];

    public string Compute(string file) => Find(file).Hash;

    public HashedFile Find(string file) => _known.TryGetValue(file, out var known) ? known
        : _known[file] = remembered.TryGetValue(file, out var before) && before.IsUnchanged(file) ? before : HashedFile.Read(file);

    /// <summary>The hash of the file that this run read, or of the one that is there; null where neither is.</summary>
    public string? FindHash(string file) => _known.TryGetValue(file, out var known) ? known.Hash : File.Exists(file) ? Compute(file) : null;

    /// <summary>Whether the files are still the ones that were hashed: what was read of them since may otherwise be another file's.</summary>
    public bool Hold(IEnumerable<string> files) => files.All(file => _known.TryGetValue(file, out var known) && known.IsUnchanged(file));
}
