using Kiln.Contracts.Signatures;

namespace Kiln.Generators.Text;

/// <summary>Spells a namespace of the project in C#.</summary>
static class Namespace
{
    public static string Join(string rootNamespace, string last) => string.Join(".", ForeignType.Namespace(rootNamespace, last).Select(Literal.Name));
}
