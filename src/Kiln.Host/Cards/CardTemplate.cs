using System.Text;

namespace Kiln.Host.Cards;

/// <summary>The card that is still to be filled in.</summary>
static class CardTemplate
{
    public static string Write(string model)
    {
        var text = new StringBuilder($"# {model}\n\n<!-- What only people know of the model. A field is open as long as it is empty or says {Card.Mark}; the build counts those, and adds what it has measured. -->\n");
        foreach (var field in CardField.All)
            text.Append($"\n## {field.Name}\n\n<!-- {field.Question} -->\n\n{Card.Mark}\n");
        return text.ToString();
    }
}
