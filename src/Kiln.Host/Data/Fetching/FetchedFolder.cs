using Kiln.Host.Files;

namespace Kiln.Host.Data.Fetching;

/// <summary>The part of the cache that keeps fetched files by their SHA-256, for other projects and for builds without a network.</summary>
sealed class FetchedFolder(string folder)
{
    /// <summary>A file that was cut off or edited there is none.</summary>
    public bool Holds(string hash) => File.Exists(PathOf(hash)) && FileHash.Compute(PathOf(hash)) == hash.ToLowerInvariant();

    /// <param name="write">Writes the file to a path.</param>
    /// <param name="isKept">Whether a file with that hash is what was asked for.</param>
    /// <returns>The hash of what was written.</returns>
    public string Add(Action<string> write, Func<string, bool> isKept)
    {
        Directory.CreateDirectory(folder);
        TemporaryFile.Sweep(folder);
        var written = TemporaryFile.NameIn(folder);
        try
        {
            write(written);
            var hash = FileHash.Compute(written);
            if (isKept(hash))
                Rename.Over(written, PathOf(hash));
            return hash;
        }
        finally
        {
            File.Delete(written);
        }
    }

    /// <summary>Copies a file to its place in one step. It is no link: an edit there must not reach other projects.</summary>
    public void Place(string hash, string file) => AtomicFile.Create(file, written => File.Copy(PathOf(hash), written));

    string PathOf(string hash) => Path.Combine(folder, hash.ToLowerInvariant());
}
