namespace Kiln.Contracts.Models;

/// <summary>How rows are held out; the names are those of <c>Kiln.Split</c>.</summary>
public enum SplitKind
{
    Hash,
    Group,
    Time,
}
