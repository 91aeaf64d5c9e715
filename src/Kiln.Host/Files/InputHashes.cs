namespace Kiln.Host.Files;

/// <summary>Hashes of files as this run found them, each read once.</summary>
sealed class InputHashes
{
    readonly Dictionary<string, string> _known = [];

    public string Compute(string file) => _known.TryGetValue(file, out var hash) ? hash : _known[file] = FileHash.Compute(file);
}
