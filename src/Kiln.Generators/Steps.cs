namespace Kiln.Generators;

/// <summary>The names of the generator's steps, by which tests ask what was run again.</summary>
static class Steps
{
    public const string Options = nameof(Options);
    public const string Contracts = nameof(Contracts);
    public const string Datasets = nameof(Datasets);
    public const string Signatures = nameof(Signatures);
    public const string Declarations = nameof(Declarations);
    public const string HintNames = nameof(HintNames);
    public const string Definitions = nameof(Definitions);
    public const string Models = nameof(Models);
}
