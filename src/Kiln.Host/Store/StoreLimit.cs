namespace Kiln.Host.Store;

/// <summary>Holds a folder of models to a size: those that were not used for the longest time go, with what they were trained from, and those of releases stay.</summary>
static class StoreLimit
{
    /// <param name="bytes">How large the folder may be.</param>
    /// <param name="kept">The file that was just put: what releases leave may be less than it needs.</param>
    /// <returns>How many bytes are left.</returns>
    public static long Hold(string folder, long bytes, string kept)
    {
        // Another build may be clearing up as well.
        var files = new DirectoryInfo(folder).GetFiles().Where(file => file.Exists).Select(file => (file.FullName, file.Name, file.Length, Used: file.LastWriteTimeUtc)).ToList();
        var left = files.Sum(file => file.Length);
        var released = files.Where(file => file.Name.EndsWith(ReleasedModel.ManifestEnd, StringComparison.Ordinal)).Select(file => file.Name.Split('.')[0]).ToHashSet();
        foreach (var model in files.Where(file => Path.GetExtension(file.Name) == ".onnx" && file.Name != kept && !released.Contains(HashOf(file.Name))).OrderBy(file => file.Used))
        {
            if (left <= bytes)
                break;
            foreach (var file in files.Where(file => IsOf(file.Name, file.FullName, HashOf(model.Name))).Prepend(model))
                left -= Delete(file.FullName) ? file.Length : 0;
        }
        return left;
    }

    /// <summary>Notes that a file was used. A day is fine enough, and spares a shared folder the writing.</summary>
    public static void Touch(string path)
    {
        if (DateTime.UtcNow - File.GetLastWriteTimeUtc(path) < TimeSpan.FromDays(1))
            return;
        try
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Who may only read the store does not decide what stays in it.
        }
    }

    static string HashOf(string name) => Path.GetFileNameWithoutExtension(name);

    /// <summary>Whether it is a training that gave the model.</summary>
    static bool IsOf(string name, string path, string hash) =>
        Path.GetExtension(name) == ".json" && !name.EndsWith(ReleasedModel.ManifestEnd, StringComparison.Ordinal) && File.Exists(path) && File.ReadAllText(path).Contains(hash, StringComparison.Ordinal);

    static bool Delete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // It is in use, or another's: the next one goes instead.
        }
    }
}
