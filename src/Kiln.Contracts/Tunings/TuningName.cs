namespace Kiln.Contracts.Tunings;

/// <summary>Where a search's decision stands: beside the model's lock.</summary>
public static class TuningName
{
    const string Extension = ".tuning.json";

    public static string Of(string model) => model + Extension;

    public static string Beside(string lockPath, string model) => Path.Combine(Path.GetDirectoryName(lockPath)!, Of(model));
}
