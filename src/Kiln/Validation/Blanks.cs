namespace Kiln.Validation;

/// <summary>What training takes off each field of the data.</summary>
static class Blanks
{
    /// <summary>A text without any is itself, and nothing is allocated for it.</summary>
    public static string Trim(string? text) =>
        string.IsNullOrEmpty(text) ? "" : IsBlank(text[0]) || IsBlank(text[^1]) ? text.Trim(' ', '\t') : text;

    static bool IsBlank(char c) => c is ' ' or '\t';
}
