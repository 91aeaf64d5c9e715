namespace Kiln.Tasks;

/// <summary>The trainer's <c>kiln.stamp</c>: its time tells MSBuild what has been dealt with.</summary>
static class Stamp
{
    /// <summary>
    /// Moves the stamp's time on even where its text stayed as it was, or the target would run for ever after a comment was edited.
    /// Data saved while the trainer was at work may not be in the model: the stamp then stays older than it.
    /// </summary>
    public static void Touch(string directory, DateTime started, IEnumerable<string> data)
    {
        var stamp = Path.Combine(directory, "kiln.stamp");
        if (File.Exists(stamp))
            File.SetLastWriteTimeUtc(stamp, data.Any(file => File.GetLastWriteTimeUtc(file) >= started) ? started : DateTime.UtcNow);
    }
}
