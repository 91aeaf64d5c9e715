using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Testing;

sealed class ContractText(string dataset, string json) : AdditionalText
{
    readonly SourceText _text = SourceText.From(json, System.Text.Encoding.UTF8);

    public string Dataset { get; } = dataset;

    public override string Path => $"/project/data/{Dataset}.schema.json";

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
