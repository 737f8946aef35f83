"""Why a button does not answer: facts are gathered once, each question is answered from them alone."""
