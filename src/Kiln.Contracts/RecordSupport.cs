// What the compiler needs to offer records with `required` members on netstandard2.0: their copying constructor sets them.
#pragma warning disable IDE0130
namespace System.Diagnostics.CodeAnalysis;

[AttributeUsage(AttributeTargets.Constructor)]
sealed class SetsRequiredMembersAttribute : Attribute;
