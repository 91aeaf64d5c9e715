namespace Kiln.Host.Store;

/// <summary>
/// Holds a folder of models to a size: the ONNX files that were not used for the longest time go, and those of releases stay. What was trained from what stays too: it is
/// small, and a model that is gone is trained again under the same hash.
/// </summary>
static class StoreLimit
{
    /// <param name="bytes">How large the folder may be.</param>
    public static void Hold(string folder, long bytes)
    {
        // Another build may be clearing up as well.
        var files = new DirectoryInfo(folder).GetFiles().Where(file => file.Exists).Select(file => (file.FullName, file.Name, file.Length, Used: file.LastWriteTimeUtc)).ToList();
        var left = files.Sum(file => file.Length);
        var released = files.Where(file => file.Name.EndsWith(ReleasedModel.ManifestEnd, StringComparison.Ordinal)).Select(file => file.Name.Split('.')[0]).ToHashSet();
        foreach (var file in files.Where(file => Path.GetExtension(file.Name) == ".onnx" && !released.Contains(Path.GetFileNameWithoutExtension(file.Name))).OrderBy(file => file.Used))
        {
            if (left <= bytes)
                return;
            File.Delete(file.FullName);
            left -= file.Length;
        }
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
}
