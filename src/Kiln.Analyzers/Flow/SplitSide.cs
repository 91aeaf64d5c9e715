using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>One of the two sides that <c>TrainTestData</c> has.</summary>
static class SplitSide
{
    /// <summary>The split that a side is taken of; null for any other operation.</summary>
    public static (IOperation Split, bool IsTest)? Read(IOperation operation) =>
        operation is IFieldReferenceOperation { Field: { Name: "TrainSet" or "TestSet", ContainingType.Name: "TrainTestData" } side, Instance: { } split }
            ? (split, side.Name == "TestSet")
            : null;
}
