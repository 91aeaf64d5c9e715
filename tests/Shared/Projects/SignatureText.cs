using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Testing;

/// <summary>The signature of a foreign model, as MSBuild hands it to the compiler.</summary>
sealed class SignatureText(string model, string json) : AdditionalText
{
    public string Model { get; } = model;

    public override string Path => $"/project/models/{Model}.signature.json";

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(json);
}
