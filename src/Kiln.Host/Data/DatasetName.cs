namespace Kiln.Host.Data;

/// <summary>What a dataset can be called: its contract is a file of that name, on every machine that builds the project.</summary>
static class DatasetName
{
    /// <summary>What Windows has in no file's name, and what MSBuild's lists are cut at.</summary>
    const string Refused = "/\\:*?\"<>|;";

    public static bool IsValid(string name) => name.Trim().Length > 0 && !name.Any(IsRefused);

    public static string Problem(string name) => name.Trim().Length == 0
        ? "a dataset without a name has no contract; give the item a Name"
        : $"'{name}' cannot be a dataset's name, because its contract is a file of that name and '{name.First(IsRefused)}' does not belong in one; "
            + "give the item another Name";

    static bool IsRefused(char c) => char.IsControl(c) || Refused.Contains(c);
}
