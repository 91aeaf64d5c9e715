using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Generators.Declarations;
using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>A model's shape in C# terms.</summary>
sealed class ModelTypes
{
    public ModelTypes(ModelDeclaration model, DataContract contract, ModelShape shape)
    {
        (Model, Contract, Shape) = (model, contract, shape);
        InputNames = Members.Names(contract, "Input");
        // The enum stands among the class's members.
        Enum = Literal.Name(Identifier.Distinct([shape.LabelColumn?.Property ?? "Label"], [.. ReservedNames.OfModels, model.Name])[0]);
        EnumMembers = [.. Identifier.Distinct([.. shape.Classes.Select(Identifier.FromValue)], ["value__"]).Select(Literal.Name)];
        Numbers = [.. shape.Inputs.Where(input => !input.IsText)];
        Texts = [.. shape.Inputs.Where(input => input.IsText)];
    }

    public ModelDeclaration Model { get; }

    public DataContract Contract { get; }

    public ModelShape Shape { get; }

    /// <summary>The class's name as C# spells it.</summary>
    public string Class => Literal.Name(Model.Name);

    /// <summary>The properties of <c>Input</c> by column.</summary>
    public IReadOnlyDictionary<Column, string> InputNames { get; }

    /// <summary>The type of the label's classes; only classifications have it whose label is not true or false.</summary>
    public string Enum { get; }

    /// <summary>In the order of the classes.</summary>
    public IReadOnlyList<string> EnumMembers { get; }

    /// <summary>What the predictor takes as numbers, in order.</summary>
    public IReadOnlyList<ModelInput> Numbers { get; }

    /// <summary>What the predictor takes as texts, in order.</summary>
    public IReadOnlyList<ModelInput> Texts { get; }
}
