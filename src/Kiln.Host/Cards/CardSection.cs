namespace Kiln.Host.Cards;

/// <summary>A heading of a card with what is written below it.</summary>
/// <param name="Line">Of the heading, from 1.</param>
/// <param name="Text">In Markdown, without comments.</param>
sealed record CardSection(string Heading, int Line, string Text)
{
    public bool IsOf(CardField field) => string.Equals(Heading, field.Name, StringComparison.OrdinalIgnoreCase);
}
