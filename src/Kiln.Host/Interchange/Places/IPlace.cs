using Kiln.Contracts.Json;
using Kiln.Host.Interchange.Trees;

namespace Kiln.Host.Interchange.Places;

/// <summary>
/// One member of a contract or of its columns, and where the standard says it. What is read and written again is the same: a rule that is
/// spelled in another way than ours stays as it is, unless the contract says something else.
/// </summary>
interface IPlace
{
    string Member { get; }

    /// <summary>Whether the standard says it by a metric, which it has since v3.1.</summary>
    bool IsMetric => false;

    /// <summary>What the element says; null for nothing.</summary>
    JsonValue? Read(Element element);

    /// <summary>
    /// Makes the element say it, or with null no longer. Where it cannot, it does nothing: what is then read differs from the contract, and
    /// a custom property says it.
    /// </summary>
    /// <param name="element">The schema object or property.</param>
    /// <param name="value">The member's value, or null.</param>
    /// <param name="owner">The contract or column.</param>
    void Write(YamlNode element, JsonValue? value, JsonValue owner);
}
