using Kiln.Host.Files;

namespace Kiln.Host.Store;

/// <summary>A folder, of this machine or of a network's.</summary>
/// <param name="limit">How many bytes it may hold; 0 for any number.</param>
sealed class FolderFiles(string folder, long limit) : StoreFiles
{
    public override string Name => folder;

    public override byte[]? Get(string name) => OrSay("read", () =>
    {
        if (!File.Exists(PathOf(name)))
            return null;
        try
        {
            // Whoever writes it anew, or deletes it, is not to be kept from that.
            using var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > Longest)
                throw new IOException($"'{name}' is larger than any model");
            var content = new byte[file.Length];
            file.ReadExactly(content);
            StoreLimit.Touch(PathOf(name));
            return content;
        }
        catch (FileNotFoundException)
        {
            return null; // It was deleted since.
        }
    });

    public override void Put(string name, byte[] content) => OrSay("written", () => AtomicFile.Replace(PathOf(name), content, folder));

    public override bool CreatesAlone => true;

    public override bool TryCreate(string name, byte[] content) => OrSay("written", () =>
    {
        Directory.CreateDirectory(folder);
        TemporaryFile.Sweep(folder);
        var written = TemporaryFile.NameIn(folder);
        try
        {
            using (var file = File.Create(written))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }
            File.Move(written, PathOf(name), overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(PathOf(name)))
        {
            return false;
        }
        finally
        {
            File.Delete(written);
        }
    });

    public override void Delete(string name) => OrSay("written", () =>
    {
        File.Delete(PathOf(name));
        return true;
    });

    public override void Tidy(string kept)
    {
        if (limit > 0)
            OrSay("read", () => StoreLimit.Hold(folder, limit, kept));
    }

    string PathOf(string name) => Path.Combine(folder, name);

    static T OrSay<T>(string how, Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"the folder cannot be {how}: {e.Message.TrimEnd('.')}; give the build access to it, or free its disk");
        }
    }
}
