namespace Kiln.Host.Interchange.Trees;

enum YamlKind
{
    Scalar,
    Sequence,
    Mapping,
}
