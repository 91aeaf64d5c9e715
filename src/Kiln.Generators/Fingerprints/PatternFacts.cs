using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Generators.Fingerprints;

/// <summary>What a pattern matches, and the cases of a switch.</summary>
sealed class PatternFacts(ReachedCode code)
{
    Fingerprint Text => code.Text;

    SymbolWriter Symbols => code.Symbols;

    public bool Write(IOperation operation)
    {
        if (operation is IPatternOperation pattern)
        {
            code.Types.WriteType(pattern.InputType);
            code.Types.WriteType(pattern.NarrowedType);
        }
        switch (operation)
        {
            case IDeclarationPatternOperation declaration:
                code.Types.WriteType(declaration.MatchedType);
                Text.Add(declaration.MatchesNull ? "null" : "");
                Symbols.Write(declaration.DeclaredSymbol);
                return true;
            case IRecursivePatternOperation recursive:
                code.Types.WriteType(recursive.MatchedType);
                Symbols.Write(recursive.DeconstructSymbol);
                Symbols.Write(recursive.DeclaredSymbol);
                Text.Add(recursive.DeconstructionSubpatterns.Length);
                return true;
            case IPropertySubpatternOperation:
                return true;
            case IBinaryPatternOperation binary:
                Text.Add((int)binary.OperatorKind);
                return true;
            case IRelationalPatternOperation relational:
                Text.Add((int)relational.OperatorKind);
                return true;
            case ITypePatternOperation type:
                code.Types.WriteType(type.MatchedType);
                return true;
            case IListPatternOperation list:
                Symbols.Write(list.LengthSymbol);
                Symbols.Write(list.IndexerSymbol);
                Symbols.Write(list.DeclaredSymbol);
                return true;
            case ISlicePatternOperation slice:
                Symbols.Write(slice.SliceSymbol);
                return true;
            case IConstantPatternOperation or INegatedPatternOperation or IDiscardPatternOperation:
                return true;
            case ISwitchExpressionArmOperation arm:
                Text.Add(arm.Guard is null ? "" : "when");
                return true;
            case ISwitchCaseOperation found:
                Text.Add(found.Clauses.Length);
                return true;
            case ICaseClauseOperation clause:
                Text.Add((int)clause.CaseKind);
                Symbols.Write(clause.Label);
                return clause.CaseKind is CaseKind.SingleValue or CaseKind.Pattern or CaseKind.Default;
            default:
                return false;
        }
    }
}
