using Kiln.Contracts.Models;
using Kiln.Generators.Caching;
using Kiln.Generators.Datasets;
using Kiln.Generators.Declarations;
using Kiln.Generators.Foreign;
using Kiln.Generators.Inputs;
using Kiln.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generators;

/// <summary>
/// Types each dataset and each <c>[Model]</c> class from the contracts, and each foreign model from its signature. Reports nothing: what is wrong with a model is the analyzers'
/// to say, and where something is, its types are left out.
/// </summary>
[Generator]
public sealed class ModelGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = context.AnalyzerConfigOptionsProvider
            .Select(static (provider, _) => BuildOptions.From(provider.GlobalOptions))
            .WithTrackingName(Steps.Options);
        var contracts = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, stop) => BuildOptions.DatasetOf(pair.Left, pair.Right) is { } dataset
                ? new ContractFile(dataset, pair.Left.GetText(stop)?.ToString() ?? "")
                : null)
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(Steps.Contracts)
            .Collect()
            .Select(static (files, _) => new EquatableArray<ContractFile>(
                files.GroupBy(static file => file.Dataset).Select(static same => same.First())));

        var fits = context.ParseOptionsProvider.Select(static (parsed, _) => GeneratedLanguage.Fits(parsed));
        var datasets = contracts
            .Combine(options)
            .Combine(fits)
            .SelectMany(static (pair, _) => pair.Right ? DatasetTypes.Create(pair.Left.Left, pair.Left.Right.RootNamespace) : [])
            .WithTrackingName(Steps.Datasets);
        context.RegisterSourceOutput(datasets, static (output, dataset) =>
            output.AddSource(dataset.HintName, DatasetWriter.Write(dataset)));

        var signatures = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, stop) => BuildOptions.ForeignModelOf(pair.Left, pair.Right) is { } model
                ? new SignatureFile(model, pair.Left.GetText(stop)?.ToString() ?? "")
                : null)
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(Steps.Signatures)
            .Collect()
            .Combine(options)
            .Combine(fits)
            .SelectMany(static (pair, _) => pair.Right ? ForeignModelTypes.Create(pair.Left.Left, pair.Left.Right.RootNamespace) : []);
        context.RegisterSourceOutput(signatures, static (output, model) => output.AddSource(model.HintName, ForeignModelWriter.Write(model)));

        var declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ModelReader.ModelAttribute, static (node, _) => node is TypeDeclarationSyntax, Declaration)
            .Where(static declaration => declaration is not null)
            .Select(static (declaration, _) => declaration!)
            .WithTrackingName(Steps.Declarations);
        var hintNames = declarations
            .Select(static (declaration, _) => declaration.Type)
            .Collect()
            .Select(static (types, _) => new HintNames(types))
            .WithTrackingName(Steps.HintNames);

        var named = declarations
            .Combine(hintNames)
            .Select(static (pair, _) => new NamedModel(pair.Right.Find(pair.Left.Type), pair.Left));

        // Two outputs per model: a moved line changes the definition, and leaves the types as they are.
        var definitions = named
            .Combine(options)
            .Select(static (pair, _) => DefinitionFile.Create(pair.Left.HintName + ".Definition.g.cs", pair.Left.Declaration, pair.Right))
            .WithTrackingName(Steps.Definitions);
        context.RegisterSourceOutput(definitions, static (output, file) =>
            output.AddSource(file.HintName, DefinitionWriter.Write(file)));

        var models = named
            .Select(static (model, _) => model.ForTypes())
            .Combine(contracts)
            .Select(static (pair, _) => new ModelFile(
                pair.Left.HintName + ".g.cs",
                pair.Left.Declaration,
                pair.Right.FirstOrDefault(file => file.Dataset == pair.Left.Declaration.Dataset)))
            .WithTrackingName(Steps.Models);
        context.RegisterSourceOutput(models, static (output, file) =>
        {
            if (file.Model.CanBeCompleted
                && file.Contract?.Contract is { } contract
                && ShapeResolver.Resolve(file.Model.ToDefinition(""), contract, out _) is { } shape)
                output.AddSource(file.HintName, ModelWriter.Write(new(file.Model, contract, shape)));
        });
    }

    /// <summary>
    /// One declaration a class, however many of its parts have the attribute. None while an argument cannot be read: the model would be
    /// another one, and where the argument is a constant that is only generated, leaving that out makes the compiler refuse it.
    /// None in a language older than the generated code's.
    /// </summary>
    static ModelDeclaration? Declaration(GeneratorAttributeSyntaxContext found, CancellationToken stop) =>
        GeneratedLanguage.Fits(found.TargetNode.SyntaxTree.Options)
        && found.TargetSymbol is INamedTypeSymbol type
        && ModelReader.ModelOf(type)?.ApplicationSyntaxReference is { } syntax
        && syntax.SyntaxTree == found.TargetNode.SyntaxTree
        && found.TargetNode.Span.Contains(syntax.Span)
        && ModelReader.Read(type) is { CanBeRead: true } declaration
            ? declaration with { Pipeline = PipelineDeclaration.Read(type, found.SemanticModel.Compilation, stop) }
            : null;

    /// <param name="HintName">Without an ending.</param>
    sealed record NamedModel(string HintName, ModelDeclaration Declaration)
    {
        public NamedModel ForTypes() => this with { Declaration = Declaration.ForTypes() };
    }

    sealed record ModelFile(string HintName, ModelDeclaration Model, ContractFile? Contract);
}
