using System.Globalization;

namespace Kiln.Contracts.Releases;

/// <summary>Tells what differs between two contents; what one of them does not know is not compared.</summary>
public static class ContentComparison
{
    public static IReadOnlyList<Difference> Compare(ReleaseContent released, ReleaseContent now)
    {
        (string Fact, string? Old, string? New)[] facts =
        [
            ("definition", released.Definition, now.Definition),
            ("contract", released.Contract, now.Contract),
            ("references", released.References, now.References),
            ("data", released.Data, now.Data),
            ("task", released.Task.ToString(), now.Task.ToString()),
            ("label", released.Label, now.Label),
            ("classes", string.Join(", ", released.Classes), string.Join(", ", now.Classes)),
            ("inputs", Text(released.Inputs), Text(now.Inputs)),
            ("outputs", Text(released.Outputs), Text(now.Outputs)),
            ("artifact", released.Artifact, now.Artifact),
            ("threshold", Text(released.Threshold), Text(now.Threshold)),
        ];
        return [.. facts.Where(fact => fact.Old is not null && fact.New is not null && fact.Old != fact.New)
            .Select(fact => new Difference(fact.Fact, fact.Old, fact.New))];
    }

    static string? Text(double? threshold) => threshold?.ToString("R", CultureInfo.InvariantCulture);

    static string Text(IEnumerable<ReleasedInput> inputs) =>
        string.Join(", ", inputs.Select(input => $"{input.Type}{(input.Required ? "" : "?")} {input.Property} ({input.Name})"));

    static string Text(IEnumerable<ReleasedOutput> outputs) => string.Join(", ", outputs.Select(output => $"{output.Type} {output.Name}"));
}
