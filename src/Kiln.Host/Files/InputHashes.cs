namespace Kiln.Host.Files;

/// <summary>Hashes of files as this run found them, each read once.</summary>
sealed class InputHashes
{
    readonly Dictionary<string, (string Hash, DateTime Written, long Length)> _known = [];

    public string Compute(string file)
    {
        if (_known.TryGetValue(file, out var known))
            return known.Hash;
        var (written, length) = Look(file);
        var hash = FileHash.Compute(file);
        _known.Add(file, (hash, written, length));
        return hash;
    }

    /// <summary>Whether the files are still the ones that were hashed: what was read of them since may otherwise be another file's.</summary>
    public bool Hold(IEnumerable<string> files) => files.All(file => _known.TryGetValue(file, out var known) && Look(file) == (known.Written, known.Length));

    static (DateTime Written, long Length) Look(string file) => new FileInfo(file) is { Exists: true } info ? (info.LastWriteTimeUtc, info.Length) : default;
}
