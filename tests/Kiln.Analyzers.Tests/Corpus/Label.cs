namespace Kiln.Analyzers.Tests.Corpus;

/// <summary>A place of the corpus where a rule speaks, or should. <paramref name="Optional"/>: it may, and need not.</summary>
sealed record Label(string Snippet, int Line, string Id, bool Optional = false)
{
    public bool Meets(Label other) => (Snippet, Line, Id) == (other.Snippet, other.Line, other.Id);

    public override string ToString() => $"{Snippet}({Line}): {Id}";
}
