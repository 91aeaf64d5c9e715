namespace Kiln.Host.Cards;

/// <summary>What people have written of a model, <c>&lt;Model&gt;.card.md</c>. It is no part of what is trained, and of no fingerprint.</summary>
/// <param name="Path">Its full path, beside the model's lock.</param>
/// <param name="IsThere">Whether there is such a file; without one all fields are open.</param>
/// <param name="Introduction">What stands above the first field, in Markdown.</param>
sealed record Card(string Path, bool IsThere, string Introduction, IReadOnlyList<CardSection> Sections)
{
    /// <summary>Stands, as a line of its own, for what is still to be written.</summary>
    public const string Mark = "_open_";

    /// <summary>The fields that nobody has filled in.</summary>
    public IReadOnlyList<CardField> Open => [.. CardField.All.Where(one => Find(one) is null)];

    /// <summary>What the author has added under headings of their own.</summary>
    public IEnumerable<CardSection> Own => Sections.Where(section => !CardField.All.Any(section.IsOf));

    /// <summary>What is written in a field, also where its heading stands twice; null where it is open.</summary>
    public string? Find(CardField field)
    {
        var text = string.Join("\n\n", Sections.Where(section => section.IsOf(field) && section.Text.Length > 0).Select(section => section.Text));
        return text.Length == 0 || text.Split('\n').Any(line => line.Trim() == Mark) ? null : text;
    }

    /// <summary>Beside the lock, as all that people review of a model.</summary>
    public static string Beside(string lockPath, string model) => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(lockPath)!, model + ".card.md");
}
