namespace Lectures.Semantics;

/// <summary>A model cannot be used. The message is a sentence for the operator: which setting, what is wrong and what to do.</summary>
internal sealed class ModelException(string message, Exception? inner = null) : Exception(message, inner);
