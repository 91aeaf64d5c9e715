namespace Kiln.Host.Training.Encodings;

/// <summary>What texts are cut into, and which sequences of it count.</summary>
/// <param name="Name">What it is called in the graph.</param>
/// <param name="Shortest">The shortest sequence.</param>
/// <param name="Longest">The longest one, at most <see cref="Sequence.Most"/>.</param>
/// <param name="FewestTexts">How many training texts must have a sequence: one that a single text has says nothing of others.</param>
sealed record TextUnit(string Name, bool IsWords, int Shortest, int Longest, int FewestTexts)
{
    /// <summary>Words and pairs of words, and what words are made of: endings, misspellings, scripts without blanks.</summary>
    public static IReadOnlyList<TextUnit> All { get; } = [new("words", true, 1, 2, 2), new("characters", false, 2, 4, 3)];
}
