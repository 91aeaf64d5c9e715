namespace Kiln.Contracts;

/// <summary>Values of data in messages, which have no room for a whole review.</summary>
public static class Shortened
{
    /// <returns>At most so many characters and "…"; no character of two units is cut in half, which no file of text could hold.</returns>
    public static string Text(string text, int most) =>
        text.Length <= most ? text : text.Substring(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most) + "…";
}
